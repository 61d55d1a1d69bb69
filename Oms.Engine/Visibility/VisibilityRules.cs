using Oms.Engine.Authorization;
using Oms.Engine.Binding;
using Oms.Engine.Language;
using Oms.Engine.Types;

namespace Oms.Engine.Visibility;

/// <summary>What <c>@authorize</c> and <c>@visible</c> ask of those who are to see a member of the schema.</summary>
internal sealed class VisibilityRules
{
    private readonly Dictionary<(string? Policy, string Roles), int> numbers = [];
    private readonly List<AuthorizeDirective> demands = [];
    private readonly Dictionary<string, int[]> demandsOf = new(StringComparer.Ordinal);

    /// <summary>Reads the directives of a schema.</summary>
    /// <param name="schema">The whole schema.</param>
    public VisibilityRules(Schema schema)
    {
        foreach (var type in schema.Types.Where(t => !t.IsIntrospectionType))
        {
            Read(type);
            foreach (var member in MembersOf(type))
                Read(member);
        }
    }

    /// <summary>Each different demand once; one decision is needed for each.</summary>
    public IReadOnlyList<AuthorizeDirective> Demands => demands;

    /// <summary>Whether a member is hidden where these demands are fulfilled.</summary>
    /// <param name="coordinate">The member's schema coordinate.</param>
    /// <param name="fulfilled">Whether each of <see cref="Demands"/> is.</param>
    public bool IsHidden(string coordinate, bool[] fulfilled) => demandsOf.TryGetValue(coordinate, out var needed) && !Array.TrueForAll(needed, n => fulfilled[n]);

    /// <summary>What a directive <c>@authorize</c> or <c>@visible</c> asks.</summary>
    public static AuthorizeDirective DemandOf(AppliedDirective directive, TypeSystemMember member) => new(
        directive.GetString("policy"),
        directive.GetArgument("roles") is ListValueNode roles ? [.. roles.Items.OfType<StringValueNode>().Select(r => r.Value)] : [],
        directive.GetArgument("apply") is EnumValueNode apply ? (ApplyPolicy)EnumNames.Of(typeof(ApplyPolicy)).Parse(apply.Value) : ApplyPolicy.BeforeResolver,
        member.Coordinate);

    /// <summary>The fields, arguments, input fields and enum values of a type.</summary>
    public static IEnumerable<TypeSystemMember> MembersOf(NamedType type) => type switch
    {
        ComplexType complex => complex.Fields.SelectMany(f => f.Arguments.Cast<TypeSystemMember>().Prepend(f)),
        InputObjectType input => input.Fields,
        EnumType values => values.Values,
        _ => [],
    };

    private void Read(TypeSystemMember member)
    {
        int[] needed = [.. member.Directives.Where(d => d.Name is "authorize" or "visible").Select(d => NumberOf(DemandOf(d, member))).Distinct()];
        if (needed.Length > 0)
            demandsOf[member.Coordinate] = needed;
    }

    private int NumberOf(AuthorizeDirective demand)
    {
        var key = (demand.Policy, string.Join('\n', demand.Roles.Order(StringComparer.Ordinal)));
        if (numbers.TryGetValue(key, out var number))
            return number;
        demands.Add(demand);
        return numbers[key] = demands.Count - 1;
    }
}
