namespace Oms.Engine.AspNetCore.Uploads;

/// <summary>Why a multipart request is refused. What a client sent is shown cut.</summary>
internal static class UploadRefusals
{
    private const int MaxShownLength = 100;

    public static TransportRefusal Form(string message) => new(400, TransportErrorCodes.MultiPartInvalidForm, message);

    public static TransportRefusal NoOperations() =>
        new(400, TransportErrorCodes.MultiPartNoOperationsSpecified, "The field \"operations\" is missing: the request as JSON, with null in place of each file.");

    public static TransportRefusal NoMap() =>
        new(400, TransportErrorCodes.MultiPartMapNotSpecified, "The field \"map\" is missing: a JSON object that says where each file belongs.");

    public static TransportRefusal Misordered(string name) => new(
        400, TransportErrorCodes.MultiPartFieldsMisordered, $"The field \"{Show(name)}\" is out of order: first comes \"operations\", then \"map\", then the files.");

    public static TransportRefusal Map(string message) => new(400, TransportErrorCodes.MultiPartInvalidMapJson, message);

    public static TransportRefusal NoPath(string name) =>
        new(400, TransportErrorCodes.MultiPartNoObjectPath, $"The file \"{Show(name)}\" has no place in \"map\".");

    public static TransportRefusal NoFile(string name) =>
        new(400, TransportErrorCodes.MultiPartFileMissing, $"The file \"{Show(name)}\", which \"map\" names, was not sent.");

    public static TransportRefusal NotFound(string path) =>
        new(400, TransportErrorCodes.MultiPartVariableNotFound, $"The path \"{Show(path)}\" of \"map\" leads to no variable.");

    public static TransportRefusal Structure(string path) =>
        new(400, TransportErrorCodes.MultiPartVariableStructureInvalid, $"Where the path \"{Show(path)}\" of \"map\" leads to must be null.");

    public static TransportRefusal InvalidPath(string path, string why) =>
        new(400, TransportErrorCodes.MultiPartInvalidPath, $"The path \"{Show(path)}\" of \"map\" {why}.");

    public static TransportRefusal NotVariables(string path, string expected) => new(
        400, TransportErrorCodes.MultiPartPathMustStartWithVariable, $"The path \"{Show(path)}\" of \"map\" must begin with {expected}.");

    private static string Show(string text) => text.Length > MaxShownLength ? text[..MaxShownLength] + "…" : text;
}
