namespace Oms.Domain.Ontology.Editing;

/// <summary>Removes what refers to elements whose deletion is forced, as <see cref="DeleteElement"/> says.</summary>
internal sealed class ForcedDeletion(Workspace workspace)
{
    // Who among the touched refers, or has referred, to whom: the snapshot's own index does not know the touched.
    private readonly Dictionary<ElementId, HashSet<ElementId>> usersOf = [];

    internal void Run()
    {
        if (workspace.Forced.Count == 0)
            return;
        foreach (var (_, element) in workspace.Touched)
            Index(element);
        var open = new Queue<ElementId>(workspace.Forced.Keys);
        while (open.TryDequeue(out var gone))
            Sever(gone, workspace.Forced[gone], open);
    }

    private void Sever(ElementId gone, int operation, Queue<ElementId> open)
    {
        var changed = new List<ElementId>();
        foreach (var user in UsersOf(gone))
        {
            changed.Add(user.Id);
            if (user is LinkType link && (link.From.Type == gone || link.To.Type == gone))
                Delete(link.Id, operation, open);
            else
                Put(Severance.Of(user, gone, workspace), workspace.IsTouched(user.Id) ? workspace.OperationOf(user.Id) : operation);
        }

        if (changed.Count > 0)
            workspace.AnswerAlsoChanged(operation, changed);
    }

    private void Delete(ElementId id, int operation, Queue<ElementId> open)
    {
        workspace.Delete(id, operation);
        if (workspace.Forced.TryAdd(id, operation))
            open.Enqueue(id);
    }

    private void Put(Element element, int operation)
    {
        workspace.Put(element, operation);
        Index(element);
    }

    private void Index(Element? element)
    {
        if (element is null)
            return;
        foreach (var reference in References.Of(element))
        {
            if (!usersOf.TryGetValue(reference.Target, out var users))
                usersOf[reference.Target] = users = [];
            users.Add(element.Id);
        }
    }

    private List<Element> UsersOf(ElementId target)
    {
        var untouched = workspace.Before.UsagesOf(target).Select(u => u.By).Where(id => !workspace.IsTouched(id));
        var touched = usersOf.GetValueOrDefault(target) ?? [];
        return [.. untouched.Concat(touched).Distinct().Order().Select(workspace.Find).OfType<Element>()
            .Where(e => References.Of(e).Any(r => r.Target == target))];
    }
}
