namespace Oms.Domain.Indexing;

/// <summary>What is held against a shadow index before it is switched to (domain.md 2.4).</summary>
public enum ShadowCheck
{
    /// <summary>It has records.</summary>
    RecordCountValidation,

    /// <summary>It has 1,024 bytes or more, and differs by half at most from the one in use.</summary>
    SizeComparison,

    /// <summary>Its builder said that it checked it, and that it is whole.</summary>
    IntegrityCheck,
}
