namespace Oms.Domain.Import.LinkMl;

/// <summary>One class, slot, enum or type.</summary>
/// <param name="Section">Where it stands.</param>
/// <param name="Name">Its name as written.</param>
/// <param name="ApiName">Its name as the registry has it, unique in its section.</param>
/// <param name="Address">What its ids follow from: the schema's default prefix and the name as written.</param>
/// <param name="Source">Its address: the one it gives itself, or the one that LinkML makes of its name.</param>
/// <param name="Schema">The schema that it stands in.</param>
/// <param name="Body">What is said of it.</param>
/// <param name="Line">Where it starts, from 1.</param>
internal sealed record LinkMlDefinition(
    LinkMlSection Section, string Name, string ApiName, string Address, string Source, LinkMlSchema Schema, LinkMlMapping Body, int Line)
{
    /// <summary>How messages name it.</summary>
    internal string Words => Section switch
    {
        LinkMlSection.Classes => $"class '{Name}'",
        LinkMlSection.Slots => $"slot '{Name}'",
        LinkMlSection.Enums => $"enum '{Name}'",
        _ => $"type '{Name}'",
    };

    /// <summary>True for a class, or slot, that is there to be mixed into others.</summary>
    internal bool IsMixin => Is("mixin");

    /// <summary>True where a key says true.</summary>
    internal bool Is(string key) => Body[key] is LinkMlScalar { Truth: true };

    /// <summary>The single value under a key; null where there is none.</summary>
    internal LinkMlScalar? Scalar(string key) => Body[key] as LinkMlScalar;
}
