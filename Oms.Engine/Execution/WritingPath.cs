namespace Oms.Engine.Execution;

/// <summary>
/// The place in the response that is being written. It is kept for every field and list item, and told for few: fields as they are planned,
/// indexes in place, so that keeping it costs no allocation.
/// </summary>
/// <param name="start">Where writing begins; empty for the whole response.</param>
internal sealed class WritingPath(params object[] start)
{
    // Many responses are one object, and no deeper.
    private const int FirstSize = 1;

    private Step[] steps = [];
    private int count;

    /// <summary>How many fields and lists this place lies in.</summary>
    public int Depth => count;

    /// <summary>Whether this is the root.</summary>
    public bool IsRoot => count + start.Length == 0;

    /// <summary>Goes into a field.</summary>
    public void Push(FieldPlan field)
    {
        if (count == steps.Length)
            Array.Resize(ref steps, Math.Max(FirstSize, count * 4));
        steps[count++].Field = field;
    }

    /// <summary>Goes into a list.</summary>
    public void PushList()
    {
        if (count == steps.Length)
            Array.Resize(ref steps, Math.Max(FirstSize, count * 4));
        steps[count++].Field = null;
    }

    /// <summary>Goes to an item of the list.</summary>
    public void At(int index) => steps[count - 1].Index = index;

    /// <summary>Goes out of a field or list.</summary>
    public void Pop() => count--;

    /// <summary>Goes back out to where the depth was this.</summary>
    public void LeaveTo(int depth) => count = depth;

    /// <summary>The place from the outside in: response names and indexes.</summary>
    public object[] ToArray()
    {
        var path = new object[start.Length + count];
        start.CopyTo(path, 0);
        for (var i = 0; i < count; i++)
            path[start.Length + i] = steps[i].Field is { } field ? field.ResponseName : steps[i].Index;
        return path;
    }

    private struct Step
    {
        public FieldPlan? Field;
        public int Index;
    }
}
