using System.Globalization;
using System.Text.RegularExpressions;
using Oms.Engine.Language;
using Oms.Engine.Types;

namespace Oms.Engine.Constraints;

/// <summary>Reads the <c>@constraint</c> directives of a schema once, and notes where below an argument there are any.</summary>
internal static class ConstraintReader
{
    /// <summary>Reads all of them.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="problems">Gets what they say wrongly.</param>
    public static void Read(Schema schema, List<string> problems)
    {
        foreach (var type in schema.Types)
        {
            if (type is InputObjectType input)
                Read(input.Fields, problems);
            else if (type is ComplexType complex)
                foreach (var field in complex.Fields)
                    Read(field.Arguments, problems);
        }

        MarkTypes([.. schema.Types.OfType<InputObjectType>()]);
    }

    private static void Read(MemberCollection<InputValueDefinition> members, List<string> problems)
    {
        foreach (var member in members)
        {
            if (member.FindDirective("constraint") is { } directive)
                member.Constraint = Read(member, directive, problems);
        }
    }

    // Grows until nothing changes: a type has constraints when one of its fields has, or leads to a type that has.
    private static void MarkTypes(InputObjectType[] types)
    {
        bool grew;
        do
        {
            grew = false;
            foreach (var type in types.Where(type => !type.HasConstraints))
            {
                type.HasConstraints = type.Fields.Any(field => field.Constraint is not null || field.Type.NamedType is InputObjectType { HasConstraints: true });
                grew |= type.HasConstraints;
            }
        }
        while (grew);
    }

    private static InputConstraint Read(InputValueDefinition member, AppliedDirective directive, List<string> problems) => new()
    {
        MinLength = Int(directive, "minLength"),
        MaxLength = Int(directive, "maxLength"),
        StartsWith = directive.GetString("startsWith"),
        EndsWith = directive.GetString("endsWith"),
        Contains = directive.GetString("contains"),
        NotContains = directive.GetString("notContains"),
        Pattern = Pattern(member, directive.GetString("pattern"), problems),
        Min = Number(directive, "min"),
        Max = Number(directive, "max"),
        ExclusiveMin = Number(directive, "exclusiveMin"),
        ExclusiveMax = Number(directive, "exclusiveMax"),
        MultipleOf = Number(directive, "multipleOf"),
        MinItems = Int(directive, "minItems"),
        MaxItems = Int(directive, "maxItems"),
    };

    private static Regex? Pattern(InputValueDefinition member, string? pattern, List<string> problems)
    {
        try
        {
            // Without backtracking a text takes time by its length alone, whoever wrote the pattern.
            return pattern is null ? null : new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            problems.Add($"@constraint of {member.Coordinate} has a pattern that cannot be used: {e.Message}");
            return null;
        }
    }

    private static int? Int(AppliedDirective directive, string name) => (int?)Number(directive, name);

    private static double? Number(AppliedDirective directive, string name) => directive.GetArgument(name) switch
    {
        IntValueNode number => double.Parse(number.Value, CultureInfo.InvariantCulture),
        FloatValueNode number => double.Parse(number.Value, CultureInfo.InvariantCulture),
        _ => null,
    };
}
