using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Text;
using System.Text.Json;

namespace Oms.Engine.Binding;

/// <summary>The names of a CLR enum's values in the graph, SCREAMING_CASE, and their JSON.</summary>
internal sealed class EnumNames
{
    private static readonly ConcurrentDictionary<Type, EnumNames> Known = new();

    private readonly FrozenDictionary<string, object> byName;
    private readonly FrozenDictionary<object, byte[]> json;

    private EnumNames(Type type)
    {
        var values = Enum.GetValues(type).Cast<object>().Distinct().ToArray();
        byName = values.ToFrozenDictionary(NameOf, StringComparer.Ordinal);
        json = values.ToFrozenDictionary(v => v, v => Encoding.UTF8.GetBytes($"\"{NameOf(v)}\""));
    }

    /// <summary>Every name.</summary>
    public IEnumerable<string> Names => byName.Keys;

    /// <summary>The names of this enum.</summary>
    public static EnumNames Of(Type type) => Known.GetOrAdd(type, t => new EnumNames(t));

    /// <summary>The value of a name of the schema.</summary>
    public object Parse(string name) => byName[name];

    /// <summary>The name with its quotes, as UTF-8; null for a value without a name.</summary>
    public byte[]? Json(object value) => json.GetValueOrDefault(value);

    private static string NameOf(object value) => JsonNamingPolicy.SnakeCaseUpper.ConvertName(value.ToString()!);
}
