using System.Diagnostics;

namespace Oms.Engine.Tests.Node;

/// <summary>One node process that answers a line with a line, started at the first question.</summary>
internal sealed class NodeOracle(NodeFolder folder, params string[] arguments) : IDisposable
{
    private readonly Lazy<Process> _node = new(() => Task.Run(() => folder.StartAsync(arguments)).GetAwaiter().GetResult());

    /// <summary>Asks, and waits for the answer.</summary>
    /// <param name="question">One line.</param>
    public string Ask(string question)
    {
        var node = _node.Value;
        node.StandardInput.WriteLine(question);
        node.StandardInput.Flush();
        return node.StandardOutput.ReadLine()
            ?? throw new InvalidOperationException($"The oracle {string.Join(' ', arguments)} ended instead of answering {question}");
    }

    public void Dispose()
    {
        if (!_node.IsValueCreated)
            return;
        _node.Value.StandardInput.Close();
        if (!_node.Value.WaitForExit(5000))
            _node.Value.Kill();
        _node.Value.Dispose();
    }
}
