using System.Text;
using System.Text.Json;
using Oms.Domain.History;
using Oms.Domain.Ontology;
using Oms.Domain.Ontology.Rules;
using ValueType = Oms.Domain.Ontology.ValueType;

namespace Oms.Domain.Import.SchemaOrg;

/// <summary>Enumerations with members as value types over string, whose values are the members' names.</summary>
internal sealed class EnumerationMapping(TermGraph graph, TermDescription describe, ImportNames names, List<Unmapped> unmapped)
{
    /// <summary>The value types, by the address of their enumeration.</summary>
    internal SortedDictionary<string, ValueType> Map()
    {
        var members = Members();
        var types = new SortedDictionary<string, ValueType>(StringComparer.Ordinal);
        foreach (var (address, values) in members)
        {
            var type = TypeOf(graph.Find(address)!, values);
            types.Add(address, type);
        }

        return new(types.ToDictionary(t => t.Key, t => Succeeded(t.Key, t.Value, types)), StringComparer.Ordinal);
    }

    // A member of an enumeration is one of those above it too.
    private SortedDictionary<string, List<VocabularyTerm>> Members()
    {
        var members = new SortedDictionary<string, List<VocabularyTerm>>(StringComparer.Ordinal);
        foreach (var term in graph.Terms.Where(t => Vocabulary.IsTerm(t.Address)))
        {
            var own = term.Types.Where(graph.IsEnumeration).ToList();
            foreach (var address in own.Concat(own.SelectMany(graph.AncestorsOf).Where(graph.IsEnumeration)).Distinct())
            {
                if (!members.TryGetValue(address, out var list))
                    members[address] = list = [];
                list.Add(term);
            }
        }

        return members;
    }

    private ValueType TypeOf(VocabularyTerm term, List<VocabularyTerm> members)
    {
        var values = JsonSerializer.SerializeToElement(members.Select(m => m.LocalName).Order(StringComparer.Ordinal));
        return (ValueType)describe.Apply(term, new ValueType
        {
            Id = StableIds.Element(ElementKind.ValueType, term.Address),
            Name = names.Claim(ElementKind.ValueType, term.LocalName),
            Description = Described(term, members),
            BaseType = TypeRef.Data("string"),
            Constraints = [new Constraint { Kind = ConstraintKind.Enum, Value = CanonicalJson.Literal(values) }],
        });
    }

    // A value has no description of its own, so the type's has them as a list.
    private LocalizedText Described(VocabularyTerm term, List<VocabularyTerm> members)
    {
        var own = TermDescription.Texts(term);
        var text = new StringBuilder(own.In("en"));
        foreach (var member in members)
        {
            var line = $"\n- {member.LocalName}: {TermDescription.Texts(member).In("en")?.ReplaceLineEndings(" ")}";
            if (text.Length + line.Length <= Limits.DescriptionLength)
                text.Append(line);
            else
                unmapped.Add(new Unmapped(member.Address, $"Its description found no room in that of {term.LocalName}.", member.Line));
            if (member.SupersededBy.Count > 0)
                unmapped.Add(new Unmapped(member.Address, "It is superseded, and a single value can not be deprecated.", member.Line));
        }

        return new LocalizedText(own.Texts.SetItem("en", text.ToString().Trim()));
    }

    private ValueType Succeeded(string address, ValueType type, SortedDictionary<string, ValueType> types)
    {
        var successor = graph.Find(address)!.SupersededBy.FirstOrDefault(s => s != address && types.ContainsKey(s));
        return type.Deprecation is null || successor is null
            ? type
            : type with { Deprecation = type.Deprecation with { ReplacedBy = types[successor].Id.Value } };
    }
}
