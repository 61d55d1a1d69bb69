using System.Text.Json;

namespace Oms.Domain.Ontology.Editing;

/// <summary>What things are called in messages.</summary>
internal static class Words
{
    internal static string Of(ElementKind kind) => kind switch
    {
        ElementKind.ObjectType => "object type",
        ElementKind.LinkType => "link type",
        ElementKind.SharedProperty => "shared property",
        ElementKind.ValueType => "value type",
        ElementKind.StructType => "struct type",
        ElementKind.ActionType => "action type",
        ElementKind.FunctionType => "function type",
        _ => "interface",
    };

    internal static string Of(Member member) => member switch
    {
        Property => "property",
        LinkEnd => "link end",
        RequiredLink => "required link",
        StructField => "field",
        _ => "parameter",
    };

    /// <summary>An enum value as it is written in JSON.</summary>
    internal static string Of<T>(T value) where T : struct, Enum => JsonNamingPolicy.SnakeCaseUpper.ConvertName(value.ToString());

    internal static string Of(Element element) => $"{Of(element.Kind)} '{element.Name}'";

    /// <summary>With the indefinite article. The words here are spoken as they are spelled at their start.</summary>
    internal static string A(string what) => what[0] is 'a' or 'e' or 'i' or 'o' ? $"an {what}" : $"a {what}";

    /// <summary>So many of them; the plural has an s.</summary>
    internal static string Count(int count, string what) => count == 1 ? $"1 {what}" : $"{count} {what}s";

    internal static string Shortened(string text) => text.Length <= 200 ? text : text[..199] + "…";
}
