namespace Oms.Domain.Ontology;

/// <summary>How a form shows a property (domain.md 1.5).</summary>
public sealed record UiHints
{
    /// <summary>The kind of input, in the form's own words.</summary>
    public string? InputType { get; init; }

    /// <summary>What an empty field shows.</summary>
    public string? Placeholder { get; init; }

    /// <summary>A sentence beside the field.</summary>
    public string? HelpText { get; init; }

    /// <summary>Format of display.</summary>
    public string? Format { get; init; }

    /// <summary>Unit of measure.</summary>
    public string? Unit { get; init; }

    /// <summary>True for a field of several lines.</summary>
    public bool IsMultiline { get; init; }

    /// <summary>True for a field whose content is not shown.</summary>
    public bool IsPassword { get; init; }
}
