namespace Oms.Messaging.Webhooks;

/// <summary>A name leads to an address that is not called.</summary>
internal sealed class AddressRefusedException(string message) : IOException(message);
