namespace Oms.Domain.Import.LinkMl;

/// <summary>A single value.</summary>
/// <param name="Text">Its text, quotes and escapes resolved.</param>
/// <param name="IsPlain">True when it was written without quotes, so that it may stand for null or a truth value.</param>
/// <param name="Line">Where it starts, from 1.</param>
public sealed record LinkMlScalar(string Text, bool IsPlain, int Line) : LinkMlNode(Line)
{
    /// <summary>True for an absent value: <c>null</c>, <c>~</c> or nothing (YAML 1.2.2, section 10.2.1.1).</summary>
    public bool IsNull => IsPlain && Text is "" or "~" or "null" or "Null" or "NULL";

    /// <summary>The truth value (YAML 1.2.2, section 10.2.1.2); null where it is none.</summary>
    public bool? Truth => !IsPlain ? null : Text switch
    {
        "true" or "True" or "TRUE" => true,
        "false" or "False" or "FALSE" => false,
        _ => null,
    };
}
