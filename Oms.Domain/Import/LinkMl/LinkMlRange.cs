using Oms.Domain.Ontology;

namespace Oms.Domain.Import.LinkMl;

/// <summary>What a slot leads to: values of a type, or things of a class.</summary>
/// <param name="Type">The type of a single value; null for a class.</param>
/// <param name="Data">The data type of a single value; null for a class.</param>
/// <param name="Class">The class; null for a type.</param>
/// <param name="Enum">The enum that the values are of; null where they are of none.</param>
internal sealed record LinkMlRange(TypeRef? Type, string? Data, LinkMlDefinition? Class, LinkMlDefinition? Enum);
