namespace Oms.Domain.Compatibility.Elements;

/// <summary>How far apart two versions are (domain.md 4.5), nearest first.</summary>
public enum CompatibilityLevel
{
    /// <summary>Nothing that a program can notice differs.</summary>
    Compatible,

    /// <summary>There is more than before, and all that was right stays right.</summary>
    BackwardCompatible,

    /// <summary>Something breaks, and there is a way over for data and programs.</summary>
    MigrationRequired,

    /// <summary>Something breaks for good.</summary>
    Incompatible,
}
