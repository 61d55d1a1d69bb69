namespace Oms.Domain.Compatibility.Elements;

/// <summary>How much a broken promise costs those who relied on it (domain.md 4.1), least first.</summary>
public enum BreakSeverity
{
    /// <summary>Nothing: labels, descriptions, additions.</summary>
    None,

    /// <summary>A look.</summary>
    Low,

    /// <summary>A small change of code or data.</summary>
    Medium,

    /// <summary>A planned change of code or data.</summary>
    High,

    /// <summary>Data has to be rebuilt, or can be lost.</summary>
    Critical,
}
