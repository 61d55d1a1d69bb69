using System.Collections.Immutable;
using System.Text.Json;
using Oms.Domain.Ontology.BuiltIn;
using Oms.Domain.Ontology.Editing;

namespace Oms.Domain.Ontology.Rules;

/// <summary>
/// Holds JSON values against types and constraints (domain.md 1.9 to 1.11). Walks no deeper than the type does, which is bounded by
/// <see cref="Limits.TypeDepth"/>; tells at most 20 problems of one value.
/// </summary>
public sealed class ValueChecker
{
    private const int MaxProblems = 20;

    private readonly Snapshot snapshot;
    private readonly Patterns patterns;

    /// <summary>Checks against the value and struct types of this version.</summary>
    public ValueChecker(Snapshot snapshot) : this(snapshot, new Patterns())
    {
    }

    internal ValueChecker(Snapshot snapshot, Patterns patterns)
    {
        this.snapshot = snapshot;
        this.patterns = patterns;
    }

    /// <summary>What is wrong with a value; empty when it conforms.</summary>
    /// <param name="value">The value.</param>
    /// <param name="type">Its type; a type that is itself not valid conforms to nothing and is not told here.</param>
    /// <param name="constraints">Rules beside those of the type.</param>
    public ImmutableArray<ValueProblem> Check(JsonElement value, TypeRef type, ImmutableArray<Constraint> constraints)
    {
        var problems = new List<ValueProblem>();
        Check(value, type, constraints, [], problems);
        return [.. problems];
    }

    private void Check(
        JsonElement value, TypeRef? type, ImmutableArray<Constraint> constraints, ImmutableArray<string> path, List<ValueProblem> problems)
    {
        if (problems.Count >= MaxProblems || path.Length > Limits.ValueDepth || TypeMeaning.Of(type, snapshot) is not { } meaning)
            return;
        var before = problems.Count;
        if (meaning.Base.StructType is { } id)
            CheckStruct(value, id, path, problems);
        else if (meaning.Base.ObjectType is not null)
            Expect(value.ValueKind == JsonValueKind.String && value.GetString()!.Length > 0, "the id of an object", path, problems);
        else if (DataTypes.Find(meaning.DataType) is { } data)
            CheckData(value, meaning.Base, data, path, problems);
        if (problems.Count > before)
            return;
        foreach (var constraint in meaning.Constraints.Concat(constraints))
            if (Broken(value, meaning.DataType ?? string.Empty, constraint) is { } broken)
                problems.Add(new ValueProblem(path, constraint.Message ?? broken));
    }

    private void CheckData(JsonElement value, TypeRef type, DataType data, ImmutableArray<string> path, List<ValueProblem> problems)
    {
        switch (data.Id)
        {
            case "array":
                CheckItems(value, type, path, problems);
                break;
            case "map":
                CheckEntries(value, type, path, problems);
                break;
            case "json":
                Expect(value.GetRawText().Length <= data.MaxLength, data.Description, path, problems);
                break;
            case "vector":
                Expect(IsVector(value, type.Dimensions), data.Description, path, problems);
                break;
            case "geopoint":
                Expect(IsPoint(value), data.Description, path, problems);
                break;
            case "geoshape":
                Expect(IsShape(value), data.Description, path, problems);
                break;
            case "timeseries":
                Expect(IsSeries(value), data.Description, path, problems);
                break;
            case "attachment" or "reference":
                Expect(value.ValueKind == JsonValueKind.String && value.GetString()!.Length > 0, data.Description, path, problems);
                break;
            default:
                Expect(IsScalar(value, type, data), data.Description, path, problems);
                break;
        }
    }

    private void CheckItems(JsonElement value, TypeRef type, ImmutableArray<string> path, List<ValueProblem> problems)
    {
        if (!Expect(value.ValueKind == JsonValueKind.Array, "a list", path, problems))
            return;
        var index = 0;
        foreach (var item in value.EnumerateArray())
            Check(item, type.Items, [], path.Add($"{index++}"), problems);
    }

    private void CheckEntries(JsonElement value, TypeRef type, ImmutableArray<string> path, List<ValueProblem> problems)
    {
        if (!Expect(value.ValueKind == JsonValueKind.Object, "an object", path, problems))
            return;
        foreach (var entry in value.EnumerateObject())
        {
            var fits = type.Key?.DataType switch
            {
                "integer" => int.TryParse(entry.Name, out _),
                "long" => long.TryParse(entry.Name, out _),
                _ => true,
            };
            Expect(fits, $"keys of the type {type.Key?.DataType}", path.Add(entry.Name), problems);
            Check(entry.Value, type.Items, [], path.Add(entry.Name), problems);
        }
    }

    private void CheckStruct(JsonElement value, ElementId id, ImmutableArray<string> path, List<ValueProblem> problems)
    {
        if (snapshot.Find<StructType>(id) is not { } type || !Expect(value.ValueKind == JsonValueKind.Object, "an object", path, problems))
            return;
        foreach (var field in type.Fields)
        {
            if (value.TryGetProperty(field.Name, out var inner))
                Check(inner, field.Type, field.Constraints, path.Add(field.Name), problems);
            else if (field is { IsRequired: true, DefaultValue: null })
                problems.Add(new ValueProblem(path.Add(field.Name), $"The field '{field.Name}' is required by the struct type '{type.Name}'."));
        }

        foreach (var given in value.EnumerateObject())
            if (type.Fields.All(f => f.Name != given.Name))
                problems.Add(new ValueProblem(
                    path.Add(given.Name), $"The struct type '{type.Name}' has no field '{Words.Shortened(given.Name)}'."));
    }

    private string? Broken(JsonElement value, string dataType, Constraint constraint)
    {
        var rule = Json.Of(constraint.Value);
        var shown = Words.Shortened(constraint.Value.Text);
        return constraint.Kind switch
        {
            ConstraintKind.Min => Compared(value, rule, dataType) is >= 0 ? null : $"The value must be at least {shown}.",
            ConstraintKind.Max => Compared(value, rule, dataType) is <= 0 ? null : $"The value must be at most {shown}.",
            ConstraintKind.MinLength => Measured(LengthOf(value), rule) >= 0 ? null : $"The text must have at least {shown} characters.",
            ConstraintKind.MaxLength => Measured(LengthOf(value), rule) <= 0 ? null : $"The text must have at most {shown} characters.",
            ConstraintKind.MinItems => Measured(CountOf(value), rule) >= 0 ? null : $"There must be at least {shown} items.",
            ConstraintKind.MaxItems => Measured(CountOf(value), rule) <= 0 ? null : $"There must be at most {shown} items.",
            ConstraintKind.Pattern => Matches(value, rule) ? null : $"The text must match the pattern {shown}.",
            ConstraintKind.Enum => IsOneOf(value, rule, dataType) ? null : $"The value must be one of {shown}.",
            _ => throw new InvalidOperationException($"no such constraint: {constraint.Kind}"),
        };
    }

    private static bool IsScalar(JsonElement value, TypeRef type, DataType data) => Scalar.Read(value, data.Id) switch
    {
        null => false,
        string text => data.MaxLength is not { } most || Json.LengthOf(text) <= most,
        DecimalNumber number when data.Id == "decimal" => number.Fraction <= TypeRules.ScaleOf(type)
            && number.Whole <= TypeRules.PrecisionOf(type) - TypeRules.ScaleOf(type),
        _ => true,
    };

    // A rule that is itself invalid is told where it stands, not here.
    private static int? Compared(JsonElement value, JsonElement rule, string dataType)
    {
        var (left, right) = (Scalar.Read(value, dataType), Scalar.Read(rule, dataType));
        if (right is null)
            return 0;
        return left is not null && left.GetType() == right.GetType() ? left.CompareTo(right) : null;
    }

    private static int Measured(int length, JsonElement rule) =>
        rule.ValueKind == JsonValueKind.Number && rule.TryGetInt32(out var limit) ? length.CompareTo(limit) : 0;

    private static int LengthOf(JsonElement value) => value.ValueKind == JsonValueKind.String ? Json.LengthOf(value.GetString()!) : 0;

    private static int CountOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => value.GetArrayLength(),
        JsonValueKind.Object => value.GetPropertyCount(),
        _ => 0,
    };

    private bool Matches(JsonElement value, JsonElement rule) =>
        value.ValueKind != JsonValueKind.String || rule.ValueKind != JsonValueKind.String || patterns.IsMatch(rule.GetString()!, value.GetString()!);

    private static bool IsOneOf(JsonElement value, JsonElement rule, string dataType) => rule.ValueKind != JsonValueKind.Array
        || rule.EnumerateArray().Any(allowed => Equals(Scalar.Read(value, dataType), Scalar.Read(allowed, dataType)));

    private static bool IsVector(JsonElement value, int? dimensions) => value.ValueKind == JsonValueKind.Array
        && value.GetArrayLength() is > 0 and <= Limits.Dimensions and var length && (dimensions is null || length == dimensions)
        && value.EnumerateArray().All(v => v.ValueKind == JsonValueKind.Number);

    private static bool IsPoint(JsonElement value) => value.ValueKind == JsonValueKind.Object && value.GetPropertyCount() == 2
        && IsDegrees(value, "lat", 90) && IsDegrees(value, "lon", 180);

    private static bool IsDegrees(JsonElement point, string field, double most) => point.TryGetProperty(field, out var degrees)
        && degrees.ValueKind == JsonValueKind.Number && degrees.TryGetDouble(out var number) && Math.Abs(number) <= most;

    private static bool IsShape(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => GeoShapes.IsWellKnownText(value.GetString()!),
        JsonValueKind.Object => GeoShapes.IsGeometry(value),
        _ => false,
    };

    private static bool IsSeries(JsonElement value) => value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(point =>
        point.ValueKind == JsonValueKind.Object
        && point.TryGetProperty("timestamp", out var time) && Scalar.Read(time, "timestamp") is not null
        && point.TryGetProperty("value", out _));

    private static bool Expect(bool holds, string expected, ImmutableArray<string> path, List<ValueProblem> problems)
    {
        if (!holds)
            problems.Add(new ValueProblem(path, $"Expected {expected}."));
        return holds;
    }
}
