ALTER TABLE did ADD (
    reserved_for_id UUID,
    reserved_by_id UUID,
    reserved_until DATE,
    reservation_reason VARCHAR
) BEFORE search;
