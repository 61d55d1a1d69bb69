using System.Text;

namespace Oms.Engine.Execution;

/// <summary>Why an input value does not fit its type, and where in the value that is.</summary>
internal sealed class CoercionProblem(string message)
{
    private readonly List<object> _path = [];

    public string Message { get; } = message;

    /// <summary>Called while the coercion unwinds, so the path is collected from its end.</summary>
    public CoercionProblem In(object step)
    {
        _path.Add(step);
        return this;
    }

    public string Describe(string root)
    {
        if (_path.Count == 0)
            return Message;
        var text = new StringBuilder("At \"").Append(root);
        for (var i = _path.Count - 1; i >= 0; i--)
        {
            if (_path[i] is int index)
                text.Append('[').Append(index).Append(']');
            else
                text.Append('.').Append(_path[i]);
        }

        return text.Append("\": ").Append(Message).ToString();
    }
}
