using Oms.Engine.Types;

namespace Oms.Engine.Introspection;

/// <summary>
/// Opt-in features (GraphQL working group, RFC "Opt-in features"): what <c>@requiresOptIn</c> marks may be used by everybody, but introspection shows it only
/// to who asks for its feature.
/// </summary>
internal static class OptInFeatures
{
    private const string Required = "requiresOptIn";
    private const string Stability = "optInFeatureStability";

    /// <summary>The features one of which is to be asked for; empty for what everybody is shown.</summary>
    public static string[] Of(TypeSystemMember member) =>
        [.. member.Directives.Where(d => d.Name == Required).Select(d => d.GetString("feature")).OfType<string>().Distinct(StringComparer.Ordinal)];

    /// <summary>Whether introspection shows a member.</summary>
    /// <param name="member">The member.</param>
    /// <param name="asked">The features that are asked for; null for none.</param>
    public static bool IsShown(TypeSystemMember member, IEnumerable<object?>? asked) =>
        member.FindDirective(Required) is null || (asked is not null && Of(member).Any(feature => asked.Contains(feature)));

    /// <summary>All features of a schema.</summary>
    public static IEnumerable<string> All(Schema schema) => MembersOf(schema).SelectMany(Of).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    /// <summary>How stable features are, where the schema says so.</summary>
    public static IEnumerable<AppliedDirective> StabilitiesOf(Schema schema) => schema.Directives.Where(d => d.Name == Stability);

    /// <summary>Finds what makes no sense.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="problems">Gets it.</param>
    public static void Check(Schema schema, List<string> problems)
    {
        foreach (var member in MembersOf(schema).Where(m => m.FindDirective(Required) is not null))
        {
            if (member.Directives.Any(d => d.Name == Required && string.IsNullOrEmpty(d.GetString("feature"))))
                problems.Add($"@requiresOptIn of {member.Coordinate} names no feature.");
            if (member is InputValueDefinition { Type.IsNonNull: true, DefaultValue: null })
                problems.Add($"{member.Coordinate} is required, so that nobody can do without opting in; @requiresOptIn can not stand on it.");
        }

        foreach (var feature in StabilitiesOf(schema).GroupBy(d => d.GetString("feature")))
            if (string.IsNullOrEmpty(feature.Key) || feature.Any(d => string.IsNullOrEmpty(d.GetString("stability"))))
                problems.Add("@optInFeatureStability names no feature, or no stability.");
            else if (feature.Count() > 1)
                problems.Add($"@optInFeatureStability says twice how stable {feature.Key} is.");
    }

    private static IEnumerable<TypeSystemMember> MembersOf(Schema schema) =>
        schema.Types.Where(t => !t.IsBuiltIn).SelectMany(MembersOf).Concat(schema.DirectiveDefinitions.SelectMany(d => d.Arguments));

    private static IEnumerable<TypeSystemMember> MembersOf(NamedType type) => type switch
    {
        ComplexType complex => complex.Fields.SelectMany(f => f.Arguments.Cast<TypeSystemMember>().Prepend(f)),
        EnumType enumType => enumType.Values,
        InputObjectType input => input.Fields,
        _ => [],
    };
}
