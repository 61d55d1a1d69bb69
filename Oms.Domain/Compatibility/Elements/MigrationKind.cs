namespace Oms.Domain.Compatibility.Elements;

/// <summary>How data and programs come over a break (domain.md 4.4).</summary>
public enum MigrationKind
{
    /// <summary>There is no way over: what is gone is gone.</summary>
    None,

    /// <summary>Programs use the new name; the data, which is kept by id, stays.</summary>
    Rename,

    /// <summary>Values of the old type become values of the new one.</summary>
    Convert,

    /// <summary>What has to be there from now on is filled in where it is not.</summary>
    Backfill,

    /// <summary>What is there and may not be from now on is corrected first.</summary>
    Clean,

    /// <summary>What goes is deprecated first, then removed.</summary>
    Retire,

    /// <summary>Objects are copied under a new key.</summary>
    Rekey,

    /// <summary>Links move to where the new cardinality keeps them.</summary>
    Relink,
}
