using Oms.Engine.Language;

namespace Oms.Engine.Types.TypeRules;

/// <summary>
/// No input object needs a value of itself to be complete (spec 3.10). A OneOf input object, one of whose fields has to have a value, is asked for one
/// that can; the edition of September 2025 leaves these out, and its draft of 2026 (graphql-spec 1211) has them.
/// </summary>
internal static class InputObjectCycles
{
    public static void Check(Schema schema, SchemaErrorList errors)
    {
        InputObjectType[] types = [.. schema.Types.AsImmutableArray().OfType<InputObjectType>()];
        var finite = FindFinite(types);
        var search = new CycleSearch<InputObjectType>(type => RequiredInputObjects(type, finite));
        foreach (var type in types.Where(t => !finite.Contains(t)))
        {
            foreach (var cycle in search.From(type))
            {
                SyntaxNode?[] nodes = [.. cycle.Select(f => f.DefinitionNode)];
                var path = string.Join(", ", cycle.Select(f => f.Coordinate));
                errors.Add($"Input object {cycle[0].DeclaringMember.Name} refers to itself through fields that it cannot do without: {path}.", cycle[0], nodes);
            }
        }
    }

    // Each type is looked at again when one that it needs turned out to have an end, so the work is that of the fields there are.
    private static HashSet<InputObjectType> FindFinite(InputObjectType[] types)
    {
        var finite = new HashSet<InputObjectType>();
        var needing = types.SelectMany(type => type.Fields.AsImmutableArray().Select(field => (Type: type, Needed: Needed(type, field))))
            .Where(need => need.Needed is not null).ToLookup(need => need.Needed!, need => need.Type);
        var open = new Queue<InputObjectType>(types);
        while (open.TryDequeue(out var type))
        {
            if (finite.Contains(type) || !HasEnd(type, finite))
                continue;
            finite.Add(type);
            foreach (var other in needing[type])
                open.Enqueue(other);
        }

        return finite;
    }

    private static bool HasEnd(InputObjectType type, HashSet<InputObjectType> finite)
    {
        var fields = type.Fields.AsImmutableArray();
        bool IsFinite(InputValueDefinition field) => Needed(type, field) is not { } needed || finite.Contains(needed);
        return type.IsOneOf ? fields.Any(IsFinite) || fields.IsEmpty : fields.All(IsFinite);
    }

    private static InputObjectType? Needed(InputObjectType type, InputValueDefinition field) => field.Type switch
    {
        NonNullType { Type: InputObjectType target } => target,
        InputObjectType target when type.IsOneOf => target,
        _ => null,
    };

    private static IEnumerable<(InputValueDefinition Field, InputObjectType Target)> RequiredInputObjects(InputObjectType type, HashSet<InputObjectType> finite)
    {
        foreach (var field in type.Fields)
        {
            if (Needed(type, field) is { } target && !finite.Contains(target))
                yield return (field, target);
        }
    }
}
