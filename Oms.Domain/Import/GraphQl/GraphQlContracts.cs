using System.Collections.Immutable;
using Oms.Domain.Ontology;
using Oms.Domain.Ontology.Rules;

namespace Oms.Domain.Import.GraphQl;

/// <summary>Interfaces and unions as interfaces, and which type implements which of them.</summary>
internal sealed class GraphQlContracts
{
    private readonly GraphQlSchema schema;
    private readonly GraphQlWords words;
    private readonly ILookup<string, string> unionsOf;
    private readonly Dictionary<string, Dictionary<string, string>> declarers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ImmutableArray<string>> extended = new(StringComparer.Ordinal);
    private readonly HashSet<string> open = new(StringComparer.Ordinal);

    internal GraphQlContracts(GraphQlSchema schema, GraphQlWords words)
    {
        this.schema = schema;
        this.words = words;
        unionsOf = schema.Types.Values.Where(t => t.Kind == GraphQlTypeKind.Union)
            .SelectMany(u => u.Members.Select(m => (Union: u.Name, Member: m)))
            .OrderBy(p => p.Union, StringComparer.Ordinal)
            .ToLookup(p => p.Member, p => p.Union, StringComparer.Ordinal);
    }

    /// <summary>A union: an interface that asks for nothing.</summary>
    internal Interface UnionOf(GraphQlType type)
    {
        foreach (var member in type.Members)
            if (schema.Types.GetValueOrDefault(member) is not { Kind: GraphQlTypeKind.Object } || schema.IsRoot(member))
                words.NoPlace($"{type.Name}.{member}", "It is no object type, so it can not be a member.", type.Line);
        return words.Told(new Interface { Tags = ["graphql-union"] }, type.Name, type.Name, type.Description, type.Directives, type.Line);
    }

    /// <summary>An interface with those properties that it does not have from the interfaces it extends.</summary>
    internal Interface Of(GraphQlType type, ImmutableArray<Property> properties)
    {
        var own = DeclarersOf(type);
        return words.Told(
            new Interface
            {
                Extends = [.. extended[type.Name].Select(i => GraphQlWords.IdOf(ElementKind.Interface, i))],
                Properties = [.. properties.Where(p => own.GetValueOrDefault(p.Name) is not { } by || by == type.Name)],
            },
            type.Name, type.Name, type.Description, type.Directives, type.Line);
    }

    /// <summary>The interfaces of an object type: those it implements and the unions it is a member of.</summary>
    internal ImmutableArray<ElementId> Of(GraphQlType type)
    {
        var named = type.Interfaces.Where(i => Keeps(type, i)).Concat(unionsOf[type.Name]).ToList();
        foreach (var left in named.Skip(Limits.Parents))
            words.NoPlace($"{type.Name} implements {left}", $"A type names at most {Limits.Parents} interfaces and unions.", type.Line);
        return [.. named.Take(Limits.Parents).Select(i => GraphQlWords.IdOf(ElementKind.Interface, i))];
    }

    private bool Keeps(GraphQlType type, string name)
    {
        if (schema.Types.GetValueOrDefault(name) is not { Kind: GraphQlTypeKind.Interface } contract)
        {
            words.NoPlace($"{type.Name} implements {name}", "There is no such interface.", type.Line);
            return false;
        }

        var own = type.Fields.ToDictionary(f => ImportNames.Valid(f.Name), StringComparer.Ordinal);
        foreach (var (property, by) in DeclarersOf(contract))
        {
            var asked = AskedBy(by, property);
            if (own.TryGetValue(property, out var field) && GraphQlTypeText.IsSafeForOutput(asked, field.Type))
                continue;
            words.NoPlace($"{type.Name} implements {name}", $"It has not the field {property}: {asked} that {by} asks for.", type.Line);
            return false;
        }

        return true;
    }

    // Which interface declares each property that an interface has. Here a property stands once among an interface and all that it extends;
    // a schema states it again at each.
    private Dictionary<string, string> DeclarersOf(GraphQlType type)
    {
        if (declarers.TryGetValue(type.Name, out var known))
            return known;
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        var accepted = ImmutableArray.CreateBuilder<string>();
        open.Add(type.Name);
        foreach (var name in type.Interfaces)
            if (Accepts(type, name, found))
                accepted.Add(name);
        open.Remove(type.Name);
        foreach (var field in type.Fields.Where(IsValue))
            found.TryAdd(ImportNames.Valid(field.Name), type.Name);
        extended[type.Name] = accepted.ToImmutable();
        declarers[type.Name] = found;
        return found;
    }

    private bool Accepts(GraphQlType type, string name, Dictionary<string, string> found)
    {
        var reason = schema.Types.GetValueOrDefault(name) is not { Kind: GraphQlTypeKind.Interface } above ? "There is no such interface."
            : open.Contains(name) || open.Count > Limits.Ancestors ? "It would extend itself."
            : ReasonAgainst(type, above, found);
        if (reason is null)
            return true;
        words.NoPlace($"{type.Name} implements {name}", reason, type.Line);
        return false;
    }

    private string? ReasonAgainst(GraphQlType type, GraphQlType above, Dictionary<string, string> found)
    {
        var inherited = DeclarersOf(above);
        var own = type.Fields.ToDictionary(f => ImportNames.Valid(f.Name), StringComparer.Ordinal);
        foreach (var (property, by) in inherited)
        {
            if (found.TryGetValue(property, out var other) && other != by)
                return $"The property {property} comes from {other} and from {by}; an interface has it once.";
            if (own.TryGetValue(property, out var field) && AskedBy(by, property) is var asked && asked != field.Type)
                return $"The property {property} is {field.Type} here and {asked} there; an interface has it once.";
        }

        foreach (var (property, by) in inherited)
            found.TryAdd(property, by);
        return null;
    }

    private string AskedBy(string contract, string property) => schema.Types[contract].Fields.First(f => ImportNames.Valid(f.Name) == property).Type;

    private bool IsValue(GraphQlField field) => schema.Types.GetValueOrDefault(GraphQlTypeText.Named(field.Type).ToString()) is not
    { Kind: GraphQlTypeKind.Object or GraphQlTypeKind.Interface or GraphQlTypeKind.Union };
}
