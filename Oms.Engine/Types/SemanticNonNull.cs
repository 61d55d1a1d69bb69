using System.Globalization;
using Oms.Engine.Language;

namespace Oms.Engine.Types;

/// <summary>
/// <c>@semanticNonNull</c> (GraphQL working group, "semantic nullability"): what is null only where something failed, for clients that ask for errors without
/// propagation (<c>onError: NULL</c>) and have to be told so by the schema.
/// </summary>
internal static class SemanticNonNull
{
    /// <summary>The definition, for schemas that do not bring their own.</summary>
    public const string Definition = "directive @semanticNonNull(levels: [Int!] = [0]) on FIELD_DEFINITION";

    /// <summary>The directive, without the <c>@</c>.</summary>
    public const string Directive = "semanticNonNull";

    /// <summary>
    /// The levels of a field that are non-null, 0 for the field itself, 1 for the items of its list; empty for fields that stay as they are: ids, by which
    /// clients know their objects, what a page says of itself, and mutations, of which nobody wants half.
    /// </summary>
    public static int[] LevelsOf(FieldDefinition field, Schema schema)
    {
        if (field.Name == "id" || field.DeclaringType.Name == "PageInfo" || field.DeclaringType == schema.MutationType)
            return [];
        var levels = new SortedSet<int>(Given(field));
        var level = 0;
        for (IType? type = field.Type; type is not null; type = type.NullableType.ItemType, level++)
            if (type.IsNonNull)
                levels.Add(level);
        return [.. levels];
    }

    /// <summary>A type that may be null at every level.</summary>
    public static string Nullable(IType type) => type.NullableType is { ItemType: { } item } ? $"[{Nullable(item)}]" : type.NamedType.Name;

    /// <summary>The directive as it is applied.</summary>
    public static string Apply(int[] levels) => levels is [0] ? "@semanticNonNull"
        : string.Create(CultureInfo.InvariantCulture, $"@semanticNonNull(levels: [{string.Join(", ", levels)}])");

    private static IEnumerable<int> Given(FieldDefinition field) => field.FindDirective(Directive)?.GetArgument("levels") switch
    {
        ListValueNode list => list.Items.OfType<IntValueNode>().Select(item => int.Parse(item.Value, CultureInfo.InvariantCulture)),
        IntValueNode one => [int.Parse(one.Value, CultureInfo.InvariantCulture)],
        _ => [],
    };
}
