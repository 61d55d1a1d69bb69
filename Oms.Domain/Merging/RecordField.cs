namespace Oms.Domain.Merging;

/// <summary>A field of a record of the model.</summary>
/// <param name="Name">Its name in JSON.</param>
/// <param name="Type">Its type.</param>
/// <param name="Kind">How it is merged.</param>
/// <param name="List">For a list, how it is read and made.</param>
/// <param name="Get">Reads it.</param>
/// <param name="Set">Writes it, while a record is being made.</param>
internal sealed record RecordField(
    string Name, Type Type, FieldKind Kind, ListShape? List, Func<object, object?> Get, Action<object, object?> Set);
