using System.Globalization;
using Oms.Engine.Execution;
using Oms.Engine.Language;
using Oms.Engine.Response;
using Oms.Engine.Types;

namespace Oms.Engine.Paging;

/// <summary>How one field is paged: what its <c>@usePaging</c> says, and <see cref="PagingOptions"/> for the rest.</summary>
internal sealed class PagingSettings
{
    private readonly string coordinate;

    /// <summary>Reads a field's directive; a field without one is paged by the options alone.</summary>
    public PagingSettings(FieldDefinition field, PagingOptions options)
    {
        var directive = field.FindDirective(ConnectionTypes.UsePaging);
        MaxPageSize = Number(directive?.GetArgument("maxPageSize")) ?? options.MaxPageSize;
        DefaultPageSize = Math.Min(MaxPageSize, Number(directive?.GetArgument("defaultPageSize")) ?? options.DefaultPageSize);
        RequirePagingBoundaries = directive?.GetArgument("requirePagingBoundaries") is BooleanValueNode flag ? flag.Value : options.RequirePagingBoundaries;
        coordinate = field.Coordinate;
        Cursors = new PositionCursor(coordinate);
    }

    /// <summary>How many items a page has when the client does not say.</summary>
    public int DefaultPageSize { get; }

    /// <summary>How many items a page may have.</summary>
    public int MaxPageSize { get; }

    /// <summary>Whether the client has to say how many.</summary>
    public bool RequirePagingBoundaries { get; }

    /// <summary>The field's cursors, where its list is cut by position.</summary>
    public PositionCursor Cursors { get; }

    /// <summary>The arguments of a request.</summary>
    /// <exception cref="GraphQLException">They can not be used.</exception>
    public PagingArguments Read(ResolverContext context)
    {
        var arguments = context.Arguments;
        var (first, last) = (arguments.GetValueOrDefault("first") as int?, arguments.GetValueOrDefault("last") as int?);
        if (first is not null && last is not null)
            throw PagingRefusals.Conflict(coordinate);
        if (first is null && last is null && RequirePagingBoundaries)
            throw PagingRefusals.NoBoundaries(coordinate, MaxPageSize);
        Check("first", first);
        Check("last", last);
        return new PagingArguments(
            first ?? (last is null ? DefaultPageSize : null), arguments.GetValueOrDefault("after") as string, last, arguments.GetValueOrDefault("before") as string,
            SelectedParts.Of(context).HasTotalCount);
    }

    /// <summary>Looks at the arguments of a request.</summary>
    /// <exception cref="GraphQLException">They can not be used.</exception>
    public void Check(ResolverContext context) => Read(context);

    /// <summary>The position of a cursor that a client gave; null where it gave none.</summary>
    /// <exception cref="GraphQLException">It is none of the field.</exception>
    public int? PositionOf(string argument, string? cursor)
    {
        if (cursor is null)
            return null;
        return Cursors.TryRead(cursor, out var position) ? position : throw PagingRefusals.Cursor(argument, coordinate);
    }

    private void Check(string argument, int? size)
    {
        if (size < 0)
            throw PagingRefusals.Negative(argument, size.Value);
        if (size > MaxPageSize)
            throw PagingRefusals.TooMany(argument, size.Value, MaxPageSize);
    }

    private static int? Number(ValueNode? value) => value is IntValueNode number ? int.Parse(number.Value, CultureInfo.InvariantCulture) : null;
}
