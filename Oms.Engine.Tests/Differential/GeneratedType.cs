namespace Oms.Engine.Tests.Differential;

/// <summary>A type of a generated schema.</summary>
internal sealed class GeneratedType(string keyword, string name)
{
    /// <summary>As SDL writes it: type, interface, union, enum, input or scalar.</summary>
    public string Keyword { get; } = keyword;

    public string Name { get; } = name;

    public List<GeneratedField> Fields { get; } = [];

    public List<GeneratedInput> InputFields { get; } = [];

    public List<string> Interfaces { get; } = [];

    /// <summary>Members of a union, values of an enum, or the object types that implement an interface.</summary>
    public List<string> Members { get; } = [];

    public bool IsOneOf { get; set; }

    public bool IsComposite => Keyword is "type" or "interface" or "union";

    public bool IsAbstract => Keyword is "interface" or "union";
}
