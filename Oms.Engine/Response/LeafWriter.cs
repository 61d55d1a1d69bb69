namespace Oms.Engine.Response;

/// <summary>Writes a field of an object, name and value.</summary>
/// <param name="parent">The object.</param>
/// <param name="buffer">Where to.</param>
/// <param name="name">The field's name in the response.</param>
/// <returns>False, and nothing is written, for null and for what must become an error.</returns>
internal delegate bool LeafWriter(object parent, ResponseBuffer buffer, ResponseName name);
