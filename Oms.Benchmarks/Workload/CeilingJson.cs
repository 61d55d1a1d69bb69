using System.Text.Json;
using System.Text.Json.Serialization;

namespace Oms.Benchmarks.Workload;

/// <summary>The source-generated context of the ceiling.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(CeilingViews.Request))]
[JsonSerializable(typeof(CeilingViews.Response<CeilingViews.One>), TypeInfoPropertyName = "OneResponse")]
[JsonSerializable(typeof(CeilingViews.Response<CeilingViews.Some>), TypeInfoPropertyName = "SomeResponse")]
[JsonSerializable(typeof(CeilingViews.Response<CeilingViews.All>), TypeInfoPropertyName = "AllResponse")]
[JsonSerializable(typeof(CeilingViews.Response<CeilingIntrospection.Answer>), TypeInfoPropertyName = "IntrospectionResponse")]
[JsonSerializable(typeof(CeilingViews.Response<CeilingViews.Changed>), TypeInfoPropertyName = "ChangedResponse")]
[JsonSerializable(typeof(CeilingViews.Response<CeilingViews.Aliased>), TypeInfoPropertyName = "AliasedResponse")]
internal sealed partial class CeilingJson : JsonSerializerContext;
