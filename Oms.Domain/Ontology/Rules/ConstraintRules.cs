using System.Collections.Immutable;
using System.Text.Json;
using Oms.Domain.Ontology.BuiltIn;
using Oms.Domain.Ontology.Editing;
using Oms.Domain.Refusals;

namespace Oms.Domain.Ontology.Rules;

/// <summary>Constraints fit the type they stand on, and do not contradict each other (domain.md 1.9).</summary>
internal sealed class ConstraintRules(Transition transition)
{
    private static readonly (ConstraintKind Least, ConstraintKind Most)[] Pairs =
    [
        (ConstraintKind.Min, ConstraintKind.Max),
        (ConstraintKind.MinLength, ConstraintKind.MaxLength),
        (ConstraintKind.MinItems, ConstraintKind.MaxItems),
    ];

    /// <param name="constraints">The constraints that stand at <paramref name="trail"/>.</param>
    /// <param name="type">The type they narrow.</param>
    /// <param name="trail">Where they stand.</param>
    internal void Check(ImmutableArray<Constraint> constraints, TypeRef? type, Trail trail)
    {
        if (constraints.IsEmpty || TypeMeaning.Of(type, transition.After) is not { } meaning)
            return;
        var kinds = new HashSet<ConstraintKind>();
        var sound = true;
        for (var i = 0; i < constraints.Length; i++)
        {
            var problem = kinds.Add(constraints[i].Kind) ? Problem(constraints[i], meaning) : "stands here twice; at most one of each kind does.";
            if (problem is null)
                continue;
            sound = false;
            Refuse(constraints[i].Kind, problem, trail.At(i));
        }

        if (!sound)
            return;
        CheckPairs(meaning.Constraints.AddRange(constraints), meaning, trail);
        CheckEnumValues(constraints, meaning, type!, trail);
    }

    private string? Problem(Constraint constraint, TypeMeaning meaning)
    {
        var allowed = DataTypes.Find(meaning.DataType)?.Constraints ?? [];
        if (!allowed.Contains(constraint.Kind))
            return allowed.IsEmpty
                ? $"cannot stand on {meaning.DataType ?? "a struct or a reference"}: no constraint can."
                : $"cannot stand on {meaning.DataType}: there can be {string.Join(", ", allowed.Select(Words.Of))}.";
        if (constraint.Value.Text.Length > Limits.ValueLength)
            return $"has a value of {constraint.Value.Text.Length} characters; at most {Limits.ValueLength} are allowed.";
        var value = Json.Of(constraint.Value);
        return constraint.Kind switch
        {
            ConstraintKind.Min or ConstraintKind.Max => Scalar.Read(value, meaning.DataType!) is null or string ? $"needs {DataTypes.Find(meaning.DataType)!.Description}." : null,
            ConstraintKind.Pattern => PatternProblem(value),
            ConstraintKind.Enum => EnumProblem(value, meaning.DataType!),
            _ => value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var length) && length >= 0 ? null : "needs a whole number of 0 or more.",
        };
    }

    private string? PatternProblem(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String)
            return "needs a text.";
        var pattern = value.GetString()!;
        if (pattern.Length > Limits.PatternLength)
            return $"has {pattern.Length} characters; at most {Limits.PatternLength} are allowed.";
        return transition.Patterns.Compile(pattern) is null
            ? "is no regular expression that can be matched in linear time: brackets and braces must close, no back references, no look-around, no huge repetitions."
            : null;
    }

    private static string? EnumProblem(JsonElement value, string dataType)
    {
        if (value.ValueKind != JsonValueKind.Array || value.GetArrayLength() is not (> 0 and <= Limits.EnumValues))
            return $"needs a list of 1 to {Limits.EnumValues} values.";
        var seen = new HashSet<IComparable>();
        foreach (var item in value.EnumerateArray())
        {
            if (Scalar.Read(item, dataType) is not { } scalar)
                return $"has the value {Words.Shortened(item.GetRawText())}, which is no {dataType}.";
            if (!seen.Add(scalar))
                return $"has the value {Words.Shortened(item.GetRawText())} twice.";
        }

        return null;
    }

    private void CheckPairs(ImmutableArray<Constraint> layers, TypeMeaning meaning, Trail trail)
    {
        foreach (var (least, most) in Pairs)
        {
            // A bound of the value type beneath counts too: the strictest of each holds.
            var (low, high) = (Bounds(layers, least, meaning).Max(), Bounds(layers, most, meaning).Min());
            if (low is not null && high is not null && low.GetType() == high.GetType() && low.CompareTo(high) > 0)
                Refuse(least, $"is greater than {Words.Of(most)}, so that no value is allowed.", trail);
        }
    }

    private static IEnumerable<IComparable?> Bounds(ImmutableArray<Constraint> layers, ConstraintKind kind, TypeMeaning meaning) =>
        layers.Where(c => c.Kind == kind).Select(c => kind is ConstraintKind.Min or ConstraintKind.Max
            ? Scalar.Read(Json.Of(c.Value), meaning.DataType!)
            : Scalar.Read(Json.Of(c.Value), "integer"));

    private void CheckEnumValues(ImmutableArray<Constraint> constraints, TypeMeaning meaning, TypeRef type, Trail trail)
    {
        var position = constraints.IndexOf(constraints.FirstOrDefault(c => c.Kind == ConstraintKind.Enum)!);
        if (position < 0)
            return;
        var others = constraints.RemoveAt(position);
        foreach (var value in Json.Of(constraints[position].Value).EnumerateArray())
        {
            var problems = transition.Values.Check(value, type, others);
            if (problems.IsEmpty)
                continue;
            Refuse(ConstraintKind.Enum, $"has the value {Words.Shortened(value.GetRawText())}, which the other rules forbid: {problems[0].Message}", trail.At(position));
            return;
        }
    }

    private void Refuse(ConstraintKind kind, string problem, Trail trail) =>
        transition.Violations.Add(trail, new InvalidConstraint(kind, $"The constraint {Words.Of(kind)} {problem}"));
}
