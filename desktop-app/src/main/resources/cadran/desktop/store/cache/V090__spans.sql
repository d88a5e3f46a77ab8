CREATE ALIAS in_spans FOR 'cadran.desktop.query.SpanSearch.has';
