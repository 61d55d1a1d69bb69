namespace Oms.Domain.Ontology.Editing;

/// <summary>Removes what refers to elements whose deletion is forced, as <see cref="DeleteElement"/> says.</summary>
internal sealed class ForcedDeletion(Workspace workspace)
{
    internal void Run()
    {
        var open = new Queue<ElementId>(workspace.Forced.Keys);
        while (open.TryDequeue(out var gone))
        {
            var operation = workspace.Forced[gone];
            var changed = new List<ElementId>();
            foreach (var user in UsersOf(gone))
            {
                changed.Add(user.Id);
                if (user is LinkType link && (link.From.Type == gone || link.To.Type == gone))
                    Delete(link.Id, operation, open);
                else
                    workspace.Put(Severance.Of(user, gone, workspace), workspace.IsTouched(user.Id) ? workspace.OperationOf(user.Id) : operation);
            }

            if (changed.Count > 0)
                workspace.AnswerAlsoChanged(operation, changed.Concat(workspace.Results()[operation].AlsoChanged));
        }
    }

    private void Delete(ElementId id, int operation, Queue<ElementId> open)
    {
        workspace.Delete(id, operation);
        if (workspace.Forced.TryAdd(id, operation))
            open.Enqueue(id);
    }

    private List<Element> UsersOf(ElementId target)
    {
        var ids = workspace.Before.UsagesOf(target).Select(u => u.By).Where(id => !workspace.IsTouched(id)).Distinct();
        var touched = workspace.Touched.Select(t => t.Value).OfType<Element>().Where(e => References.Of(e).Any(r => r.Target == target));
        return [.. ids.Select(id => workspace.Before.Find(id)!), .. touched];
    }
}
