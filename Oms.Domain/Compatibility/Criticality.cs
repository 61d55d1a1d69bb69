namespace Oms.Domain.Compatibility;

/// <summary>What a change means for those who use what was there before, least first.</summary>
public enum Criticality
{
    /// <summary>Nobody has to do anything.</summary>
    NonBreaking,

    /// <summary>All that was right stays right, but it may behave otherwise, for example meet a value it does not expect.</summary>
    Dangerous,

    /// <summary>Something that was right is refused, or gives something that its user can not read.</summary>
    Breaking,
}
