using System.Collections.Immutable;
using Oms.Domain.Ontology;
using Oms.Domain.Ontology.Rules;

namespace Oms.Domain.Import.GraphQl;

/// <summary>Names, ids, descriptions and deprecations for what is imported, and the list of what found no place.</summary>
internal sealed class GraphQlWords(GraphQlSchema schema)
{
    /// <summary>The tag of an object type that was an input object.</summary>
    internal const string InputTag = "graphql-input";

    private const string Place = "graphql:/";
    private readonly ImportNames names = new();
    private readonly List<Unmapped> unmapped = [.. schema.LetPass];

    /// <summary>What found no place so far.</summary>
    internal ImmutableArray<Unmapped> Unmapped => [.. unmapped];

    internal ImmutableArray<T> ByName<T>(ImmutableDictionary<string, T> items) => [.. items.OrderBy(i => i.Key, StringComparer.Ordinal).Select(i => i.Value)];

    internal void NoPlace(string subject, string reason, int? line) => unmapped.Add(new Unmapped(subject, reason, line));

    /// <summary>The id of what stands under a coordinate of the schema, such as <c>User.name</c>.</summary>
    internal static ElementId IdOf(ElementKind kind, string coordinate) => StableIds.Element(kind, Place + coordinate);

    internal static MemberId MemberOf(string name, ElementId owner) => StableIds.Member(name, owner);

    /// <summary>The element with its id, name, description, deprecation and where it came from.</summary>
    internal T Told<T>(T element, string coordinate, string name, string? description, ImmutableArray<GraphQlDirectiveUse> directives, int line)
        where T : Element
    {
        var deprecation = DeprecationOf(directives);
        Others(directives, coordinate, line);
        return element with
        {
            Id = IdOf(element.Kind, coordinate),
            Name = names.Claim(element.Kind, name),
            Description = element.Description.IsEmpty ? Text(description, coordinate, line) : element.Description,
            Source = Place + coordinate,
            Deprecation = deprecation,
            Status = deprecation is null ? Status.Active : Status.Deprecated,
        };
    }

    /// <summary>The member with its id, name, description and deprecation.</summary>
    internal T Told<T>(T member, ElementId owner, string coordinate, string name, string? description, ImmutableArray<GraphQlDirectiveUse> directives, int line)
        where T : Member
    {
        var deprecation = DeprecationOf(directives);
        Others(directives, coordinate, line);
        return member with
        {
            Id = MemberOf(name, owner),
            Name = ImportNames.Valid(name),
            Description = Text(description, coordinate, line),
            Deprecation = deprecation,
            Status = deprecation is null ? Status.Active : Status.Deprecated,
        };
    }

    internal LocalizedText Text(string? text, string subject, int line)
    {
        if (string.IsNullOrWhiteSpace(text))
            return LocalizedText.None;
        var clean = TextRules.IsClean(text) ? text : string.Concat(text.Where(c => !char.IsControl(c) && !char.IsSurrogate(c)));
        if (clean.Length != text.Length)
            NoPlace(subject, "Control characters in its description were left out.", line);
        if (clean.Length <= Limits.DescriptionLength)
            return LocalizedText.English(clean);
        NoPlace(subject, $"Its description has more than {Limits.DescriptionLength} characters; the rest was left out.", line);
        return LocalizedText.English(clean[..(Limits.DescriptionLength - 1)] + "…");
    }

    /// <summary>Tells of the directives applied that have no place.</summary>
    internal void Others(ImmutableArray<GraphQlDirectiveUse> directives, string subject, int line)
    {
        foreach (var use in directives)
            if (use.Name is not (GraphQlDirectiveUse.Deprecated or "specifiedBy" or "oneOf"))
                NoPlace(subject, $"@{use.Name} is applied to it, and there is no place for directives.", line);
    }

    /// <summary>Tells of what stands in no type.</summary>
    internal void Leftovers()
    {
        foreach (var directive in ByName(schema.DirectiveDefinitions))
            NoPlace($"@{directive.Name}", "There is no place for the definition of a directive.", directive.Line);
        Others(schema.Directives, "schema", 1);
        if (!string.IsNullOrWhiteSpace(schema.Description))
            NoPlace("schema", "There is no place for the description of a schema.", null);
    }

    private static Deprecation? DeprecationOf(ImmutableArray<GraphQlDirectiveUse> directives)
    {
        if (GraphQlDirectiveUse.DeprecationReasonIn(directives) is not { } reason)
            return null;
        var stated = ImportReasons.Stated(string.IsNullOrWhiteSpace(reason) ? GraphQlDirectiveUse.NoReason : reason);
        return new Deprecation { Reason = stated.Length <= Limits.SentenceLength ? stated : stated[..(Limits.SentenceLength - 1)] + "…" };
    }
}
