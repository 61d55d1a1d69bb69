using Oms.Engine.Language;

namespace Oms.Engine.Execution.Incremental;

/// <summary>One use of <c>@defer</c> where fields are collected: the fields of one fragment, which are delivered later than what surrounds it.</summary>
/// <param name="number">Tells it from the others of its operation.</param>
/// <param name="directive">The directive.</param>
/// <param name="label">The client's name for the part; null for none.</param>
/// <param name="parent">The use that it stands in; null where it stands in none.</param>
internal sealed class DeferUsage(int number, DirectiveNode directive, string? label, DeferUsage? parent)
{
    /// <summary>Tells it from the others of its operation.</summary>
    public int Number { get; } = number;

    /// <summary>The directive.</summary>
    public DirectiveNode Directive { get; } = directive;

    /// <summary>The client's name for the part; null for none.</summary>
    public string? Label { get; } = label;

    /// <summary>The use that it stands in; null where it stands in none.</summary>
    public DeferUsage? Parent { get; } = parent;
}
