namespace Oms.Engine.Nodes;

/// <summary>The values of <c>extensions.code</c> for global ids; the same as Hot Chocolate's where that has one.</summary>
public static class NodeErrorCodes
{
    /// <summary>Too many ids are given to <c>nodes</c>.</summary>
    public const string TooManyNodes = "HC0076";

    /// <summary>A text is no global id, or one of an object that is not asked for.</summary>
    public const string InvalidId = "INVALID_ID";
}
