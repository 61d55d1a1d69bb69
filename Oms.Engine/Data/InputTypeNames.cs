namespace Oms.Engine.Data;

/// <summary>The names of generated input types, which are Hot Chocolate's.</summary>
internal static class InputTypeNames
{
    public const string Where = "where";
    public const string Order = "order";
    public const string SortDirection = "SortEnumType";

    /// <summary>The conditions on a composite type.</summary>
    public static string FilterOf(string type) => type + "FilterInput";

    /// <summary>The conditions on a list of a composite type.</summary>
    public static string ListFilterOf(string type) => $"ListFilterInputTypeOf{FilterOf(type)}";

    /// <summary>The conditions on a scalar or enum.</summary>
    public static string OperationsOf(string type) => (type switch { "ID" => "Id", "UUID" => "Uuid", "URL" => "Url", _ => type }) + "OperationFilterInput";

    /// <summary>The conditions on a list of a scalar or enum.</summary>
    public static string ListOperationsOf(string type) => "List" + OperationsOf(type);

    /// <summary>The order of a composite type.</summary>
    public static string SortOf(string type) => type + "SortInput";
}
