using System.Collections.Immutable;
using Oms.Domain.Ontology;
using Oms.Domain.Ontology.Editing;
using static Oms.Domain.Compatibility.Elements.RuleShapes;

namespace Oms.Domain.Compatibility.Elements;

/// <summary>Elements and members come, go, are renamed, and grow old.</summary>
internal static class LifeRules
{
    // Kind, id, and the verdicts when it goes and when it is renamed: the index knows elements by id, so a rename is nothing to it.
    private static readonly (ElementKind Kind, string Id, string Gone, string Renamed)[] Kinds =
    [
        (ElementKind.ObjectType, "OBJECT_TYPE", "BBBBB", "BBNBB"),
        (ElementKind.LinkType, "LINK_TYPE", "BBBBB", "NNNNB"),
        (ElementKind.Interface, "INTERFACE", "BBNBB", "BBNBB"),
        (ElementKind.SharedProperty, "SHARED_PROPERTY", "NNNNB", "NNNNB"),
        (ElementKind.ValueType, "VALUE_TYPE", "BBDBB", "BDNNB"),
        (ElementKind.StructType, "STRUCT_TYPE", "BBBBB", "BDNNB"),
        (ElementKind.ActionType, "ACTION_TYPE", "BB-BB", "BB-BB"),
        (ElementKind.FunctionType, "FUNCTION_TYPE", "BB-BB", "BB-BB"),
    ];

    internal static ImmutableArray<ElementRule> All { get; } = [.. Kinds.SelectMany(k => OfKind(k.Kind, k.Id, k.Gone, k.Renamed)), .. OfAll()];

    private static IEnumerable<ElementRule> OfKind(ElementKind kind, string id, string gone, string renamed)
    {
        var noun = Words.Of(kind);
        var unseen = gone.Replace('B', 'N').Replace('D', 'N');
        yield return new($"{id}_REMOVED", kind == ElementKind.ObjectType ? BreakSeverity.Critical : BreakSeverity.High, gone, $"{Upper(Words.A(noun))} is gone.", $"the {noun} Old is deleted")
        {
            Kinds = [kind],
            Find = pair => pair.After is null ? [new Hit(null, $"The {Words.Of(pair.Before!)} was removed{(pair.Before!.Deprecation is null ? string.Empty : "; it was deprecated")}", LinkRules.AskedFor(pair))] : [],
        };
        yield return new($"{id}_ADDED", BreakSeverity.None, unseen, $"{Upper(Words.A(noun))} is new.", $"the {noun} New is made")
        {
            Kinds = [kind],
            IsAddition = true,
            Find = pair => pair.Before is null ? [new Hit(null, $"The {Words.Of(pair.After!)} was added")] : [],
        };
        yield return new($"{id}_RENAMED", BreakSeverity.High, renamed, $"{Upper(Words.A(noun))} has another API name; programs name it by that, data by its id.", $"the {noun} Old becomes New")
        {
            Kinds = [kind],
            Migration = MigrationKind.Rename,
            Find = Between<Element>((a, b, _) => a.Name != b.Name ? $"The {Words.Of(a)} is now called {b.Name}" : null),
        };
    }

    private static IEnumerable<ElementRule> OfAll() =>
    [
        new("ELEMENT_MOVED", BreakSeverity.Low, "NNNNB", "An element is in another namespace, which generated source has as its package.", "hr.Person moves to people")
        {
            Migration = MigrationKind.Rename,
            Find = Between<Element>((a, b, _) => a.Namespace != b.Namespace ? $"The {Words.Of(b)} moved from namespace '{a.Namespace}' to '{b.Namespace}'" : null),
        },
        new("ELEMENT_DEPRECATED", BreakSeverity.None, "NNNNN", "An element is deprecated: it still works, and will go.", "Person is deprecated, replaced by Human")
        {
            IsAddition = true,
            Find = Between<Element>((a, b, _) => a.Deprecation is null && b.Deprecation is { } d ? $"The {Words.Of(b)} is deprecated: {d.Reason}" : null),
        },
        new("ELEMENT_RESTORED", BreakSeverity.None, "NNNNN", "An element is no longer deprecated.", "Person is in use again")
        {
            Find = Between<Element>((a, b, _) => a.Deprecation is not null && b.Deprecation is null ? $"The {Words.Of(b)} is no longer deprecated" : null),
        },
        new("ELEMENT_ARCHIVED", BreakSeverity.High, "DBDBD", "An element is kept for reading only; who writes to it is refused.", "Person becomes ARCHIVED")
        {
            Migration = MigrationKind.Retire,
            Find = Between<Element>((a, b, _) => a.Status != Status.Archived && b.Status == Status.Archived ? $"The {Words.Of(b)} is archived" : null),
        },
        new("ELEMENT_UNARCHIVED", BreakSeverity.None, "NNNNN", "An archived element is in use again.", "Person becomes ACTIVE")
        {
            IsAddition = true,
            Find = Between<Element>((a, b, _) => a.Status == Status.Archived && b.Status != Status.Archived ? $"The {Words.Of(b)} is no longer archived" : null),
        },
        new("ELEMENT_BECAME_EXPERIMENTAL", BreakSeverity.Low, "DDDDD", "An element that was in use may change without notice from now on.", "Person becomes EXPERIMENTAL")
        {
            Find = Between<Element>((a, b, _) => a.Status == Status.Active && b.Status == Status.Experimental ? $"The {Words.Of(b)} is experimental" : null),
        },
        new("ELEMENT_BECAME_ACTIVE", BreakSeverity.None, "NNNNN", "An experimental element keeps its promises from now on.", "Person becomes ACTIVE")
        {
            Find = Between<Element>((a, b, _) => a.Status == Status.Experimental && b.Status == Status.Active ? $"The {Words.Of(b)} is active" : null),
        },
        new("ELEMENT_HIDDEN", BreakSeverity.Low, "NNNND", "An element is hidden from user interfaces.", "Person becomes HIDDEN")
        {
            Find = Between<Element>((a, b, _) => a.Visibility != Visibility.Hidden && b.Visibility == Visibility.Hidden ? $"The {Words.Of(b)} is hidden" : null),
        },
        new("ELEMENT_LABELS_CHANGED", BreakSeverity.None, "NNNNN", "An element is labelled otherwise.", "Person is shown as Human being")
        {
            Find = Between<Element>((a, b, _) => !Same(a.DisplayName, b.DisplayName) ? $"The labels of the {Words.Of(b)} changed" : null),
        },
        new("ELEMENT_DESCRIPTION_CHANGED", BreakSeverity.None, "NNNNN", "An element is described otherwise.", "the description of Person")
        {
            Find = Between<Element>((a, b, _) => !Same(a.Description, b.Description) ? $"The description of the {Words.Of(b)} changed" : null),
        },
        new("ELEMENT_TAGS_CHANGED", BreakSeverity.None, "NNNNN", "An element has other tags.", "Person is tagged pii")
        {
            Find = Between<Element>((a, b, _) => !a.Tags.SequenceEqual(b.Tags) ? $"The tags of the {Words.Of(b)} changed" : null),
        },
        new("MEMBER_DEPRECATED", BreakSeverity.None, "NNNNN", "A member is deprecated: it still works, and will go.", "Person.fax is deprecated")
        {
            IsAddition = true,
            Find = Within<Member>((a, b, _) => a.Deprecation is null && b.Deprecation is { } d ? $"The {Words.Of(b)} {b.Name} is deprecated: {d.Reason}" : null),
        },
        new("MEMBER_RESTORED", BreakSeverity.None, "NNNNN", "A member is no longer deprecated.", "Person.fax is in use again")
        {
            Find = Within<Member>((a, b, _) => a.Deprecation is not null && b.Deprecation is null ? $"The {Words.Of(b)} {b.Name} is no longer deprecated" : null),
        },
        new("MEMBER_ARCHIVED", BreakSeverity.High, "DBDBD", "A member is kept for reading only.", "Person.fax becomes ARCHIVED")
        {
            Migration = MigrationKind.Retire,
            Find = Within<Member>((a, b, _) => a.Status != Status.Archived && b.Status == Status.Archived ? $"The {Words.Of(b)} {b.Name} is archived" : null),
        },
        new("MEMBER_BECAME_EXPERIMENTAL", BreakSeverity.Low, "DDDDD", "A member that was in use may change without notice from now on.", "Person.fax becomes EXPERIMENTAL")
        {
            Find = Within<Member>((a, b, _) => a.Status == Status.Active && b.Status == Status.Experimental ? $"The {Words.Of(b)} {b.Name} is experimental" : null),
        },
        new("MEMBER_BECAME_ACTIVE", BreakSeverity.None, "NNNNN", "An experimental member keeps its promises from now on.", "Person.fax becomes ACTIVE")
        {
            Find = Within<Member>((a, b, _) => a.Status == Status.Experimental && b.Status == Status.Active ? $"The {Words.Of(b)} {b.Name} is active" : null),
        },
        new("MEMBER_LABELS_CHANGED", BreakSeverity.None, "NNNNN", "A member is labelled otherwise.", "Person.fax is shown as Fax number")
        {
            Find = Within<Member>((a, b, _) => !Same(a.DisplayName, b.DisplayName) ? $"The labels of the {Words.Of(b)} {b.Name} changed" : null),
        },
        new("MEMBER_DESCRIPTION_CHANGED", BreakSeverity.None, "NNNNN", "A member is described otherwise.", "the description of Person.fax")
        {
            Find = Within<Member>((a, b, _) => !Same(a.Description, b.Description) ? $"The description of the {Words.Of(b)} {b.Name} changed" : null),
        },
    ];

    private static bool Same(LocalizedText one, LocalizedText other) => one.Texts.SequenceEqual(other.Texts);

    private static string Upper(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
