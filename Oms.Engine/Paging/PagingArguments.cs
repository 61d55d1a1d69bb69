namespace Oms.Engine.Paging;

/// <summary>
/// The paging arguments of a connection, checked against its bounds: a resolver takes them as a parameter to cut the page itself, and returns a
/// <see cref="Connection{T}"/>. Exactly one of <see cref="First"/> and <see cref="Last"/> is set.
/// </summary>
/// <param name="First">How many items from the start; the default size where the client gave neither.</param>
/// <param name="After">The cursor that the page starts behind, as the client gave it.</param>
/// <param name="Last">How many items from the end.</param>
/// <param name="Before">The cursor that the page ends before, as the client gave it.</param>
/// <param name="IncludeTotalCount">Whether the client asks for <c>totalCount</c>.</param>
public readonly record struct PagingArguments(int? First, string? After, int? Last, string? Before, bool IncludeTotalCount = false);
