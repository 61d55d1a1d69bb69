using System.Collections.Immutable;

namespace Oms.Domain.Ontology;

/// <summary>A kind of thing the organisation has (domain.md 1.4).</summary>
public sealed record ObjectType : Element
{
    /// <inheritdoc/>
    public override ElementKind Kind => ElementKind.ObjectType;

    /// <summary>Labels for many of them.</summary>
    public LocalizedText PluralDisplayName { get; init; } = LocalizedText.None;

    /// <summary>The types this one inherits from, each once; never in a circle.</summary>
    public ImmutableArray<ElementId> Parents { get; init; } = [];

    /// <summary>The interfaces it implements, each once.</summary>
    public ImmutableArray<ElementId> Interfaces { get; init; } = [];

    /// <summary>True when there are no objects of exactly this type.</summary>
    public bool IsAbstract { get; init; }

    /// <summary>True when its objects may not change once made.</summary>
    public bool IsImmutable { get; init; }

    /// <summary>The name of an icon.</summary>
    public string? Icon { get; init; }

    /// <summary>A colour as <c>#RRGGBB</c>.</summary>
    public string? Color { get; init; }

    /// <summary>The address of its documentation.</summary>
    public string? DocUrl { get; init; }

    /// <summary>How confidential its data is.</summary>
    public Classification Classification { get; init; }

    /// <summary>The property that titles an object, its own or inherited.</summary>
    public MemberId? TitleProperty { get; init; }

    /// <summary>The property that subtitles an object, its own or inherited.</summary>
    public MemberId? SubtitleProperty { get; init; }

    /// <summary>Its own properties, in their order.</summary>
    public ImmutableArray<Property> Properties { get; init; } = [];

    /// <inheritdoc/>
    public override IEnumerable<Member> Members => Properties;
}
