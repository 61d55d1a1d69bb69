namespace Oms.Domain.Import.LinkMl;

/// <summary>The parts of a LinkML schema that define something (LinkML metamodel, SchemaDefinition).</summary>
internal enum LinkMlSection
{
    /// <summary>Kinds of things.</summary>
    Classes,

    /// <summary>What things have, and how they relate.</summary>
    Slots,

    /// <summary>Lists of permissible values.</summary>
    Enums,

    /// <summary>Kinds of plain values.</summary>
    Types,
}
