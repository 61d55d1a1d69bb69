using Oms.Domain.Ontology;
using Oms.Domain.Ontology.Editing;

namespace Oms.Domain.Merging;

/// <summary>A place under merge: its path, and what it is called; texts are made only when a question is asked there.</summary>
internal sealed class Place
{
    private readonly Place? outer;
    private readonly Element element;
    private readonly Member? member;
    private readonly string? field;

    private Place(Place? outer, Element element, Member? member, string? field)
    {
        this.outer = outer;
        this.element = element;
        this.member = member;
        this.field = field;
    }

    internal static Place Of(Element element) => new(null, element, null, null);

    /// <summary>The innermost field; null for an element or member.</summary>
    internal string? Field => this.field;

    /// <summary>What this is a field of. A member is found by its id alone, so that its path leaves out the list it stands in.</summary>
    internal Place Outer => outer!;

    internal Place At(Member inner) => new(this, element, inner, null);

    internal Place At(string inner) => new(this, element, member, inner);

    internal MergePath Path() =>
        outer is null ? MergePath.Of(element.Id) : field is null ? outer.Path().At(member!.Id) : outer.Path().At(field);

    internal string Subject()
    {
        var whole = member is null ? $"the {Words.Of(element)}" : $"the {Words.Of(member)} '{member.Name}' of the {Words.Of(element)}";
        var fields = new List<string>();
        for (var step = this; step.field is not null; step = step.outer!)
            fields.Add(step.field);
        fields.Reverse();
        return fields.Count == 0 ? whole : $"{string.Join('.', fields)} of {whole}";
    }

    internal Question Ask(ConflictKind kind, SemanticKind semantic, Compatibility.Severity severity) =>
        new(kind, semantic, severity, Path()) { Subject = Subject() };
}
