namespace Oms.Engine.Data;

/// <summary>The values of <c>extensions.code</c> for filters beyond <see cref="FilterOptions"/>.</summary>
public static class FilterErrorCodes
{
    /// <summary>It nests too deeply.</summary>
    public const string TooDeep = "FILTER_TOO_DEEP";

    /// <summary>It has too many conditions.</summary>
    public const string TooLarge = "FILTER_TOO_LARGE";
}
