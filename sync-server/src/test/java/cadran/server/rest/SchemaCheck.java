package cadran.server.rest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** As much of JSON Schema as the document uses; a keyword that is not known here fails, so none is skipped silently. */
final class SchemaCheck {
    private static final Set<String> REMARKS =
            Set.of("description", "default", "example", "readOnly", "x-references", "x-status", "contentEncoding");

    private final JsonNode document;

    SchemaCheck(JsonNode document) {
        this.document = document;
    }

    /** What is wrong, with where; empty when the value fits. */
    List<String> problems(JsonNode schema, JsonNode value) {
        var problems = new ArrayList<String>();
        check(schema, value, "$", problems);
        return problems;
    }

    JsonNode resolve(JsonNode node) {
        var at = node;
        while (at.has("$ref")) {
            at = document.at(at.get("$ref").stringValue().substring(1));
            if (at.isMissingNode()) {
                throw new AssertionError("nothing at " + node);
            }
        }
        return at;
    }

    /** Names that the schema and its parts know. */
    Set<String> propertyNames(JsonNode unresolved) {
        var schema = resolve(unresolved);
        var names = new HashSet<>(schema.path("properties").propertyNames());
        schema.path("allOf").forEach(part -> names.addAll(propertyNames(part)));
        return names;
    }

    private void check(JsonNode unresolved, JsonNode value, String at, List<String> problems) {
        var schema = resolve(unresolved);
        schema.propertyStream().forEach(keyword -> {
            var rule = keyword.getValue();
            boolean holds = switch (keyword.getKey()) {
                case "type" -> isOfType(rule, value);
                case "enum" -> contains(rule, value);
                case "const" -> rule.equals(value);
                case "maxLength" -> !value.isString() || value.stringValue().length() <= rule.intValue();
                case "minLength" -> !value.isString() || value.stringValue().length() >= rule.intValue();
                case "pattern" ->
                    !value.isString()
                            || Pattern.compile(rule.stringValue())
                                    .matcher(value.stringValue())
                                    .find();
                case "format" -> !value.isString() || hasFormat(rule.stringValue(), value.stringValue());
                case "minimum" -> !value.isNumber() || value.doubleValue() >= rule.doubleValue();
                case "maximum" -> !value.isNumber() || value.doubleValue() <= rule.doubleValue();
                case "minItems" -> !value.isArray() || value.size() >= rule.intValue();
                case "maxItems" -> !value.isArray() || value.size() <= rule.intValue();
                case "minProperties" -> !value.isObject() || value.size() >= rule.intValue();
                case "uniqueItems" -> true;
                case "required" -> hasAll(rule, value);
                case "properties" -> {
                    rule.propertyStream()
                            .filter(property -> value.has(property.getKey()))
                            .forEach(property -> check(
                                    property.getValue(),
                                    value.get(property.getKey()),
                                    at + "." + property.getKey(),
                                    problems));
                    yield true;
                }
                case "items" -> {
                    value.forEach(item -> check(rule, item, at + "[]", problems));
                    yield true;
                }
                case "allOf" -> {
                    rule.forEach(part -> check(part, value, at, problems));
                    yield true;
                }
                case "oneOf" -> count(rule, value) == 1;
                case "anyOf" -> count(rule, value) >= 1;
                case "additionalProperties", "unevaluatedProperties" -> {
                    var known = propertyNames(schema);
                    boolean none = rule.isBoolean() && !rule.booleanValue();
                    value.propertyStream()
                            .filter(property -> !known.contains(property.getKey()))
                            .forEach(property -> {
                                if (none) {
                                    problems.add(at + " has an unknown " + property.getKey());
                                } else if (rule.isObject()) {
                                    check(rule, property.getValue(), at + "." + property.getKey(), problems);
                                }
                            });
                    yield true;
                }
                default -> REMARKS.contains(keyword.getKey());
            };
            if (!holds) {
                problems.add(at + " breaks " + keyword.getKey() + " " + rule + ": " + value);
            }
        });
    }

    private long count(JsonNode alternatives, JsonNode value) {
        return alternatives
                .valueStream()
                .filter(one -> problems(one, value).isEmpty())
                .count();
    }

    private static boolean isOfType(JsonNode rule, JsonNode value) {
        return rule.isArray()
                ? rule.valueStream().anyMatch(one -> isOfType(one, value))
                : switch (rule.stringValue()) {
                    case "string" -> value.isString();
                    case "integer" -> value.isIntegralNumber();
                    case "number" -> value.isNumber();
                    case "boolean" -> value.isBoolean();
                    case "object" -> value.isObject();
                    case "array" -> value.isArray();
                    case "null" -> value.isNull();
                    default -> throw new AssertionError("no such type: " + rule);
                };
    }

    private static boolean hasFormat(String format, String text) {
        return switch (format) {
            case "uuid" -> UUID.fromString(text).toString().equals(text);
            case "date" -> text.matches("\\d{4}-\\d{2}-\\d{2}");
            case "date-time" -> text.matches("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?Z");
            case "email" -> text.contains("@");
            default -> throw new AssertionError("no such format: " + format);
        };
    }

    private static boolean contains(JsonNode rule, JsonNode value) {
        return rule.valueStream().anyMatch(one -> one.equals(value));
    }

    private static boolean hasAll(JsonNode names, JsonNode value) {
        return !value.isObject() || names.valueStream().allMatch(name -> value.has(name.stringValue()));
    }
}
