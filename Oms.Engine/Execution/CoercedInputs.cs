using System.Collections;
using System.Diagnostics.CodeAnalysis;
using Oms.Engine.Types;

namespace Oms.Engine.Execution;

/// <summary>Coerced arguments or a coerced input object: values in the order of the definition, without those that are absent.</summary>
internal sealed class CoercedInputs(MemberCollection<InputValueDefinition> members, object?[] values) : IReadOnlyDictionary<string, object?>
{
    public object?[] Values { get; } = values;

    public IEnumerable<string> Keys => this.Select(entry => entry.Key);

    IEnumerable<object?> IReadOnlyDictionary<string, object?>.Values => this.Select(entry => entry.Value);

    public int Count => Values.Count(value => value != Absent.Value);

    public object? this[string key] =>
        TryGetValue(key, out var value) ? value : throw new KeyNotFoundException($"There is no value of the name \"{key}\".");

    public bool ContainsKey(string key) => TryGetValue(key, out _);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out object? value)
    {
        value = members.TryGetValue(key, out var member) ? Values[member.Index] : Absent.Value;
        if (value != Absent.Value)
            return true;
        value = null;
        return false;
    }

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator()
    {
        for (var i = 0; i < Values.Length; i++)
        {
            if (Values[i] != Absent.Value)
                yield return new KeyValuePair<string, object?>(members[i].Name, Values[i]);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
