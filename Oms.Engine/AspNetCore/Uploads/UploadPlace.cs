using System.Globalization;
using System.Text.Json;
using Oms.Engine.Types;

namespace Oms.Engine.AspNetCore.Uploads;

/// <summary>Where files belong in the variables of one execution: the paths of <c>map</c> as a tree of names and indices.</summary>
internal sealed class UploadPlace
{
    // As deep as the variables themselves may be; a longer path cannot exist in them.
    private const int MaxDepth = 128;

    private static int lastMark;

    private Dictionary<string, UploadPlace>? _children;
    private MappedFile? _file;
    private bool _isFound;

    /// <summary>Adds a path.</summary>
    /// <param name="path">Its steps below the variables.</param>
    /// <param name="file">The file and its path as <c>map</c> has it.</param>
    /// <returns>Why it was refused; null when it was not.</returns>
    public TransportRefusal? Add(ReadOnlySpan<string> path, MappedFile file)
    {
        if (path.Length > MaxDepth)
            return UploadRefusals.NotFound(file.Path);
        var place = this;
        foreach (var step in path)
        {
            place._children ??= new Dictionary<string, UploadPlace>(StringComparer.Ordinal);
            if (!place._children.TryGetValue(step, out var child))
                place._children[step] = child = new UploadPlace();
            place = child;
        }

        if (place._file is not null)
            return UploadRefusals.InvalidPath(file.Path, "is given twice");
        place._file = file;
        return null;
    }

    /// <summary>Writes a placeholder into the variables for each file.</summary>
    /// <param name="variables">The variables, JSON that has been read before.</param>
    /// <param name="files">The files by the numbers of their placeholders.</param>
    /// <param name="replaced">The variables with the placeholders.</param>
    /// <returns>Why they were refused; null when they were not.</returns>
    public TransportRefusal? Fill(ReadOnlyMemory<byte> variables, List<(string Path, IFile File)> files, out ReadOnlyMemory<byte> replaced)
    {
        replaced = variables;
        var nulls = new List<(int At, UploadPlace Place)>();
        if ((Find(variables.Span, nulls) ?? FirstMissing()) is { } refusal)
            return refusal;
        var whole = new MemoryStream(variables.Length + (nulls.Count * 32));
        var mark = Interlocked.Increment(ref lastMark);
        var from = 0;
        foreach (var (at, place) in nulls)
        {
            whole.Write(variables.Span[from..at]);
            whole.Write(UploadCoercion.Placeholder(files.Count, mark));
            from = at + "null".Length;
            files.Add((place._file!.Path, place._file.File));
        }

        whole.Write(variables.Span[from..]);
        replaced = whole.ToArray();
        return null;
    }

    private TransportRefusal? Find(ReadOnlySpan<byte> variables, List<(int At, UploadPlace Place)> nulls)
    {
        if (variables.IsEmpty)
            return null;
        var reader = new Utf8JsonReader(variables, new JsonReaderOptions { MaxDepth = MaxDepth });
        var outer = new Stack<Container>();
        var here = new Container(null, IsList: false);
        var next = this;
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName)
            {
                next = here.Place?.Child(ref reader);
                continue;
            }

            if (reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
            {
                here = outer.Pop();
                continue;
            }

            if (here.IsList)
                next = here.Place?.Child(here.Count++);
            if (next?._file is { } file)
            {
                if (reader.TokenType != JsonTokenType.Null)
                    return UploadRefusals.Structure(file.Path);
                if (next._isFound)
                    return UploadRefusals.InvalidPath(file.Path, "stands in the variables twice");
                next._isFound = true;
                nulls.Add(((int)reader.TokenStartIndex, next));
            }

            if (reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
                continue;
            outer.Push(here);
            here = new Container(next, reader.TokenType == JsonTokenType.StartArray);
        }

        return null;
    }

    private UploadPlace? Child(ref Utf8JsonReader reader) => _children?.GetValueOrDefault(reader.GetString()!);

    private UploadPlace? Child(int index) => _children?.GetValueOrDefault(index.ToString(CultureInfo.InvariantCulture));

    // As deep as the paths are, which is bounded.
    private TransportRefusal? FirstMissing()
    {
        if (_file is not null && !_isFound)
            return UploadRefusals.NotFound(_file.Path);
        foreach (var child in _children?.Values.AsEnumerable() ?? [])
        {
            if (child.FirstMissing() is { } refusal)
                return refusal;
        }

        return null;
    }

    private record struct Container(UploadPlace? Place, bool IsList)
    {
        public int Count { get; set; }
    }
}
