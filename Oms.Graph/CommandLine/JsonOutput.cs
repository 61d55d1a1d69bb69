using System.Text.Encodings.Web;
using System.Text.Json;

namespace Oms.Graph.CommandLine;

/// <summary>What commands say to programs: indented JSON in UTF-8 on standard output.</summary>
internal static class JsonOutput
{
    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal static void Write(object value) => Console.Out.WriteLine(JsonSerializer.Serialize(value, Options));
}
