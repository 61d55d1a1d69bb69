using System.Security.Claims;
using Oms.Domain.Import;
using Oms.Domain.Refusals;
using Oms.Engine.Configuration;
using Oms.Graph.Access;

namespace Oms.Graph.Import;

/// <summary>The mutation that imports.</summary>
[ExtendObjectType("Mutation")]
internal static class ImportMutations
{
    public static async Task<ImportOntologyPayload> ImportOntologyAsync(
        ImportOntologyInput input, ClaimsPrincipal user, Caller caller, ImportCommand command, CancellationToken cancellationToken)
    {
        var request = new ImportRequest
        {
            Branch = input.Branch,
            Format = input.Format,
            Files = [.. input.Files.Select(f => new ImportFile(f.Name, () => Open(f)))],
            Issues = [.. input.Issues],
            Message = input.Message,
            IsDryRun = input.DryRun,
        };
        return new(await command.ExecuteAsync(caller.ContextFor(user), request, cancellationToken));
    }

    private static Result<Stream> Open(ImportFileInput file) => (file.Content, file.Upload) switch
    {
        ({ } content, null) => Decode(file.Name, content),
        (null, { } upload) => upload.OpenReadStream(),
        _ => new ImportFileInvalid(file.Name, null, "its bytes come either as `content` or as `upload`") { Path = ["files"] },
    };

    private static Result<Stream> Decode(string name, string content)
    {
        var bytes = new byte[(content.Length / 4 * 3) + 3];
        return Convert.TryFromBase64String(content, bytes, out var length)
            ? new MemoryStream(bytes, 0, length, writable: false)
            : new ImportFileInvalid(name, null, "its content is no base64") { Path = ["files"] };
    }
}
