namespace Oms.Domain.Compatibility;

/// <summary>For whom among the versions a verdict holds.</summary>
public enum CompatibilityDirection
{
    /// <summary>For who knows the version before and meets the new one.</summary>
    Backward,

    /// <summary>For who knows the new version and meets the one before, using what is new only where it is there.</summary>
    Forward,
}
