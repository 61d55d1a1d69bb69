using Oms.Domain.Import;
using Oms.Engine.Configuration;

namespace Oms.Graph.Import;

/// <summary>Binds the chapter Import of the contract.</summary>
internal static class ImportTypes
{
    /// <summary>Adds the mutation and what serves it.</summary>
    internal static IRequestExecutorBuilder AddImportTypes(this IRequestExecutorBuilder builder)
    {
        builder.Services.AddSingleton<ImportCommand>();
        builder.Services.AddSingleton<Sample>();
        return builder
            .AddUploadType()
            .AddTypeExtension(typeof(ImportMutations))
            .BindRuntimeType<ImportOntologyPayload>()
            .BindRuntimeType<ImportSummaryNode>("ImportSummary")
            .BindRuntimeType<Unmapped>();
    }
}
