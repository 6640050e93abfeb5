package dev.easel.local;

import dev.easel.emulator.DynamoEmulator;
import dev.easel.emulator.EventsEmulator;
import dev.easel.emulator.Loopback;
import dev.easel.emulator.S3Emulator;
import dev.easel.emulator.SqsEmulator;
import dev.easel.gateway.HttpFront;

import java.util.HashSet;
import java.util.Set;

/// Where everything listens; 0 is any free port.
public record Ports(int api, int s3, int dynamodb, int sqs, int events, int simulator) {

    public static final Ports DEFAULT = new Ports(4600, 4601, 4602, 4603, 4604, 4605);
    public static final Ports ANY = new Ports(0, 0, 0, 0, 0, 0);

    static final String SIMULATOR_FLAG = "--simulator-port";

    /// The same ports with every 0 replaced; throws [dev.easel.emulator.PortInUse] for one that is
    /// taken. What runs elsewhere is not claimed, and only the functions must know where it is.
    Ports claimed(Set<Part> here) {
        var claims = new Claims(here, new HashSet<>());
        return new Ports(
                claims.port(Part.FUNCTIONS, api, HttpFront.FLAG),
                claims.port(Part.S3, s3, S3Emulator.FLAG),
                claims.port(Part.DYNAMODB, dynamodb, DynamoEmulator.FLAG),
                claims.port(Part.SQS, sqs, SqsEmulator.FLAG),
                claims.port(Part.EVENTS, events, EventsEmulator.FLAG),
                claims.port(Part.SIMULATOR, simulator, SIMULATOR_FLAG));
    }

    private record Claims(Set<Part> here, Set<Integer> taken) {

        int port(Part part, int port, String flag) {
            if (here.contains(part)) {
                return claim(port, flag, taken);
            }
            if (port == 0 && here.contains(Part.FUNCTIONS)) {
                throw new StackException(
                        "What runs elsewhere must be named with " + flag + ".", null);
            }
            return port;
        }
    }

    private static int claim(int port, String flag, Set<Integer> taken) {
        var free = Loopback.claim(port, flag);
        while (!taken.add(free)) {
            if (port != 0) {
                throw new StackException(
                        "Port " + port + " is wanted twice; choose another with " + flag + ".",
                        null);
            }
            free = Loopback.claim(0, flag);
        }
        return free;
    }
}
