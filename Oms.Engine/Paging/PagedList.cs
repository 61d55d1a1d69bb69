using Oms.Engine.Data;
using Oms.Engine.Execution;

namespace Oms.Engine.Paging;

/// <summary>Cuts the page that a client asks for from what a resolver returned, filtered and ordered before.</summary>
/// <typeparam name="T">The type of what is listed.</typeparam>
/// <param name="settings">How the field is paged.</param>
/// <param name="query">What else the client may ask of the list; null when nothing.</param>
internal sealed class PagedList<T>(PagingSettings settings, ListQuery? query) : ListQuery
{
    /// <inheritdoc/>
    public override object? Apply(ResolverContext context, object? list)
    {
        var page = Begin(context);
        return Filtered(context, list) switch
        {
            IReadOnlyList<T> items => page.Of(items),
            // Not awaited, so that it is there at once.
            IQueryable<T> stored => page.OfAsync(new StoredList<T>(stored, isAwaited: false), default).GetAwaiter().GetResult(),
            IEnumerable<T> items => page.Of(items),
            var other => other,
        };
    }

    /// <inheritdoc/>
    public override async ValueTask<object?> ApplyAsync(ResolverContext context, object? list)
    {
        var page = Begin(context);
        return Filtered(context, list) switch
        {
            IReadOnlyList<T> items => page.Of(items),
            IQueryable<T> stored => await page.OfAsync(new StoredList<T>(stored, isAwaited: true), context.RequestAborted),
            IEnumerable<T> items => page.Of(items),
            var other => other,
        };
    }

    private object? Filtered(ResolverContext context, object? list) => query is null ? list : query.Apply(context, list);

    private PageCut<T> Begin(ResolverContext context)
    {
        var arguments = settings.Read(context);
        var start = settings.PositionOf("after", arguments.After) is { } after ? after + 1 : 0;
        return new PageCut<T>(
            new PageWindow(start, settings.PositionOf("before", arguments.Before), arguments.First, arguments.Last), SelectedParts.Of(context), settings.Cursors);
    }
}
