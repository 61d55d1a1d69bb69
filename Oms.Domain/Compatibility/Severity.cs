namespace Oms.Domain.Compatibility;

/// <summary>How much a difference asks of people (domain.md 3.2), least first.</summary>
public enum Severity
{
    /// <summary>Safe by itself.</summary>
    Info,

    /// <summary>Goes by itself, and is told as something to look at.</summary>
    Warn,

    /// <summary>Somebody has to decide.</summary>
    Error,

    /// <summary>Nothing goes on before it is gone.</summary>
    Block,
}
