namespace Oms.Domain.Ontology.Rules;

/// <summary>How large things may be. Each is told, with the actual size, by a refusal.</summary>
public static class Limits
{
    /// <summary>Characters of an API name.</summary>
    public const int NameLength = 255;

    /// <summary>Characters of a namespace.</summary>
    public const int NamespaceLength = 255;

    /// <summary>Characters of a label in one language.</summary>
    public const int LabelLength = 255;

    /// <summary>Characters of a description in one language.</summary>
    public const int DescriptionLength = 16_384;

    /// <summary>Languages of one text.</summary>
    public const int Languages = 100;

    /// <summary>Characters of a language tag.</summary>
    public const int LanguageTagLength = 35;

    /// <summary>Tags of an element.</summary>
    public const int Tags = 50;

    /// <summary>Characters of a tag.</summary>
    public const int TagLength = 64;

    /// <summary>Annotations of one element or member.</summary>
    public const int Annotations = 1000;

    /// <summary>Characters of an address.</summary>
    public const int AddressLength = 2048;

    /// <summary>Characters of a sentence: a reason, a help text, a constraint's message.</summary>
    public const int SentenceLength = 2000;

    /// <summary>Characters of a short text: an icon, a mask, a format, a role, a permission.</summary>
    public const int WordLength = 255;

    /// <summary>Characters of a display template.</summary>
    public const int TemplateLength = 1000;

    /// <summary>Members of one element, all lists together (domain.md 1.4).</summary>
    public const int Members = 2000;

    /// <summary>Parents, interfaces or extended interfaces that one element names.</summary>
    public const int Parents = 64;

    /// <summary>Types that one inherits from, or interfaces that one extends, in all.</summary>
    public const int Ancestors = 256;

    /// <summary>Types that one action applies to, functions it calls, roles and permissions it names: each list.</summary>
    public const int ActionList = 1000;

    /// <summary>Examples of a value type.</summary>
    public const int Examples = 100;

    /// <summary>Values of an enum constraint.</summary>
    public const int EnumValues = 10_000;

    /// <summary>Characters of a pattern.</summary>
    public const int PatternLength = 1000;

    /// <summary>Types within types: an array of arrays of strings has three.</summary>
    public const int TypeDepth = 8;

    /// <summary>Levels of a default value or example.</summary>
    public const int ValueDepth = 16;

    /// <summary>Characters of a default value, an example or a constraint's value.</summary>
    public const int ValueLength = 262_144;

    /// <summary>Bytes of one definition.</summary>
    public const int DefinitionBytes = 4 * 1024 * 1024;

    /// <summary>Digits of a decimal (domain.md 1.9).</summary>
    public const int Precision = 38;

    /// <summary>Digits of a decimal after the point (domain.md 1.9).</summary>
    public const int Scale = 18;

    /// <summary>Dimensions of a vector (domain.md 1.9).</summary>
    public const int Dimensions = 4096;

    /// <summary>Links that a cascade follows (domain.md 1.6).</summary>
    public const int CascadeDepth = 5;
}
