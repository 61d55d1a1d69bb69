namespace Oms.Engine.Execution.Incremental;

/// <summary>
/// What the client has been told of and still waits for, and what follows from it. A group is announced when the one around it is complete,
/// is complete when all its parts are executed, and fails with the first of them that does.
/// </summary>
/// <param name="execute">Begins the execution of deferred fields.</param>
/// <param name="continueList">Begins the continuation of a list.</param>
internal sealed class DeliveryGraph(Action<ExecutionGroup> execute, Action<ItemStream> continueList)
{
    private readonly HashSet<DeliveryGroup> groups = [];
    private readonly HashSet<ItemStream> streams = [];
    private int nextId;

    /// <summary>Whether something is announced and not complete.</summary>
    public bool HasPending => groups.Count + streams.Count > 0;

    /// <summary>Takes in what was found while the initial part, or an item of a list, was written: it can be announced now.</summary>
    public void Take(PendingWork work, IncrementalPayload payload)
    {
        var begun = new List<DeliveryGroup>();
        AddGroups(work, begun);
        Announce(begun, work.Streams, payload);
    }

    /// <summary>Takes in that deferred fields have been executed, and what was found in them.</summary>
    public void Complete(ExecutionGroup part, PendingWork work, IncrementalPayload payload)
    {
        AddGroups(work, begun: null);
        part.Streams = [.. work.Streams];
        foreach (var group in part.Groups)
            if (group.IsOpen)
                group.Unfinished--;
        foreach (var group in part.Groups)
            if (group.IsPending && group.Unfinished == 0)
                Complete(group, payload);
    }

    /// <summary>Takes in that deferred fields can not be delivered.</summary>
    public void Fail(ExecutionGroup part, IncrementalPayload payload)
    {
        foreach (var group in part.Groups)
        {
            if (!group.IsPending)
                continue;
            payload.Complete(group, part.Errors);
            Close(group);
        }
    }

    /// <summary>Takes in that a list has ended, or failed.</summary>
    public void Complete(ItemStream stream, IncrementalPayload payload)
    {
        payload.Complete(stream, stream.Failure is { } failure ? [failure] : []);
        stream.Id = -1;
        streams.Remove(stream);
    }

    /// <summary>Ends everything that is pending with one error.</summary>
    public void FailAll(Response.GraphQLError error, IncrementalPayload payload)
    {
        foreach (var group in groups)
            payload.Complete(group, [error]);
        foreach (var stream in streams)
            payload.Complete(stream, [error]);
        groups.Clear();
        streams.Clear();
    }

    private void AddGroups(PendingWork work, List<DeliveryGroup>? begun)
    {
        foreach (var group in work.Groups)
            Add(group, begun);
        foreach (var part in work.Parts)
            Add(part);
    }

    private static void Add(DeliveryGroup group, List<DeliveryGroup>? begun)
    {
        // What lies in something that has failed is not delivered either.
        if (group.Parent is { IsOpen: false })
            return;
        group.IsOpen = true;
        if (group.Parent is { } parent)
            parent.Children.Add(group);
        else
            begun?.Add(group);
    }

    private void Add(ExecutionGroup part)
    {
        foreach (var group in part.Groups)
        {
            if (!group.IsOpen)
                continue;
            group.Parts.Add(part);
            group.Unfinished++;
            if (group.IsPending)
                Start(part);
        }
    }

    private void Start(ExecutionGroup part)
    {
        if (part.IsStarted)
            return;
        part.IsStarted = true;
        execute(part);
    }

    private void Announce(List<DeliveryGroup> found, IEnumerable<ItemStream> lists, IncrementalPayload payload)
    {
        var begun = new List<DeliveryGroup>();
        foreach (var group in found)
            CollectFilled(group, begun);
        foreach (var group in begun)
        {
            group.Id = nextId++;
            groups.Add(group);
            payload.Announce(group.Id, group.Path, group.Label);
        }

        foreach (var stream in lists)
        {
            stream.Id = nextId++;
            streams.Add(stream);
            payload.Announce(stream.Id, stream.Path, stream.Label);
            continueList(stream);
        }

        foreach (var group in begun)
            Begin(group, payload);
    }

    // A group may have been waiting for the one around it with all, or the first failure, of its parts known.
    private void Begin(DeliveryGroup group, IncrementalPayload payload)
    {
        foreach (var part in group.Parts)
        {
            Start(part);
            if (!part.HasFailed)
                continue;
            payload.Complete(group, part.Errors);
            Close(group);
            return;
        }

        if (group.IsPending && group.Unfinished == 0)
            Complete(group, payload);
    }

    // Groups without fields of their own are never told of; those within them take their place.
    private static void CollectFilled(DeliveryGroup group, List<DeliveryGroup> filled)
    {
        if (group.Parts.Count > 0)
        {
            filled.Add(group);
            return;
        }

        group.IsOpen = false;
        foreach (var child in group.Children)
            CollectFilled(child, filled);
    }

    private void Complete(DeliveryGroup group, IncrementalPayload payload)
    {
        var lists = new List<ItemStream>();
        foreach (var part in group.Parts)
        {
            payload.Deliver(group, part);
            lists.AddRange(part.Streams);
            foreach (var other in part.Groups)
                if (other != group)
                    other.Parts.Remove(part);
        }

        payload.Complete(group, []);
        group.Parts.Clear();
        group.IsOpen = false;
        group.Id = -1;
        groups.Remove(group);
        Announce(group.Children, lists, payload);
    }

    private void Close(DeliveryGroup group)
    {
        group.IsOpen = false;
        group.Id = -1;
        groups.Remove(group);
        foreach (var part in group.Parts)
            if (!Array.Exists(part.Groups, other => other.IsOpen))
                part.Data?.Dispose();
        group.Parts.Clear();
        foreach (var child in group.Children)
            Close(child);
    }
}
